import type { Replayed } from "./replay.ts";

/** What really happened when two lines of work came together. Paths are sorted. */
export interface Outcome {
  /** Git could not merge the two by itself. */
  readonly conflicted: boolean;
  /** Each path that git could not merge, and whose version landed. */
  readonly resolved: readonly { readonly path: string; readonly took: "ours" | "theirs" | "neither" | "nothing" }[];
  /** What git can merge by itself and what landed otherwise all the same. */
  readonly repaired: readonly string[];
  /** One side landed as it was, whatever the other had done. */
  readonly keptOneSide: boolean;
}

export const outcomeOf = ({ merge, landed, keptOneSide }: Replayed): Outcome => {
  const blobs = new Map(landed.fromOurs.map(({ path, newBlob }) => [path, newBlob]));
  const resolved = merge.stages.map(({ path, ours, theirs }) => {
    const result = blobs.has(path) ? (blobs.get(path) ?? null) : (ours?.blob ?? null);
    const took = result === (ours?.blob ?? null) ? "ours" : result === null ? "nothing" : result === theirs?.blob ? "theirs" : "neither";
    return { path, took } as const;
  });
  const conflicting = new Set([...merge.conflicts.flatMap(({ paths }) => paths), ...merge.stages.map(({ path }) => path)]);
  const isConflicting = (path: string) => conflicting.has(path) || conflicting.has(withoutSide(path));
  return {
    conflicted: !merge.clean,
    resolved,
    repaired: keptOneSide ? [] : landed.fromMerge.map(({ path }) => path).filter((path) => !isConflicting(path)),
    keptOneSide,
  };
};

/** Of two things at one path, git puts one aside as `<path>~<branch>`. */
const withoutSide = (path: string): string => path.replace(/~[^/]*$/, "");
