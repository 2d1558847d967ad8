import { type Detection, detectBetween, type DetectedConflict } from "../../src/app/detect.ts";
import type { Subject } from "./language.ts";
import type { Scratch } from "./scratch.ts";

/** What git nerve says of a pair. */
export interface Judgement {
  /** Semantic conflicts that name the symbol, a member of it, or its module. */
  readonly named: readonly DetectedConflict[];
  /** All others. */
  readonly strays: readonly DetectedConflict[];
  /** Kinds of everything else that was found. */
  readonly otherKinds: readonly string[];
  readonly notAssessed: readonly string[];
  readonly milliseconds: number;
}

/** Asks as `git nerve detect` would, with nothing remembered. */
export const judge = async (scratch: Scratch, ours: string, theirs: string, subject: Subject): Promise<Judgement> => {
  const env = scratch.freshStore();
  const begun = performance.now();
  const detection: Detection = await detectBetween(scratch.repository, { ours, theirs }, { env });
  const milliseconds = performance.now() - begun;
  const semantic = detection.conflicts.filter(({ kind }) => kind === "semantic_conflict");
  return {
    named: semantic.filter((conflict) => names(conflict, subject)),
    strays: semantic.filter((conflict) => !names(conflict, subject)),
    otherKinds: [...new Set(detection.conflicts.map(({ kind }) => kind).filter((kind) => kind !== "semantic_conflict"))],
    notAssessed: detection.notAssessed.map(({ path, reason }) => `${path}: ${reason}`),
    milliseconds,
  };
};

const names = ({ place, symbols }: DetectedConflict, { path, name }: Subject): boolean =>
  place === path || symbols.some((symbol) => symbol === name || symbol.startsWith(`${name}.`));
