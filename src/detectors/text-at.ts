import type { PairInput, PairSide } from "../model/pair.ts";

/** Text of a path as one side has it: its own version if it changed the path, else the base's; undefined when there is none or nobody read it. */
export const textAt = (path: string, side: PairSide, { code }: PairInput): string | undefined => {
  const change = side.changes.get(path);
  return change ? code.texts.get(change.newBlob ?? "") : code.config.get(path);
};
