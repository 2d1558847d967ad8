import { NerveError } from "../base/errors.ts";
import type { GitObject } from "../git/objects.ts";
import { readRefs } from "../git/refs.ts";
import type { Oid } from "../model/ids.ts";
import type { LogPort } from "./port.ts";
import { tipOf } from "./chain.ts";

/** Where a log ends. */
export interface Tip {
  readonly commit: Oid;
  readonly seq: number;
  readonly lamport: number;
}

/** A log may be born, or its ref move, between two looks at it. */
const looks = 3;

/** The last commit of the log at `ref`, or of the one that `ref` names by its id; null when there is none, "damaged" when it cannot be read. */
export const readTip = async ({ repository, objects }: LogPort, ref: string): Promise<Tip | null | "damaged"> => {
  for (let look = 0; look < looks; look++) {
    const found = await objects.find(ref).catch(damageOf);
    const said = found?.type === "commit" ? tipOf(found.content) : undefined;
    if (found && said) return { commit: found.oid, ...said };
    if (!found && !(await readRefs(repository, ref)).has(ref)) return null;
  }
  return "damaged";
};

const damageOf = (error: unknown): GitObject | undefined => {
  if (error instanceof NerveError) return undefined;
  throw error;
};
