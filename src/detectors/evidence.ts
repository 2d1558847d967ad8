import type { JsonObject } from "../base/canonical-json.ts";
import type { Change, Hunk } from "../model/change.ts";
import type { Edit, PairInput } from "../model/pair.ts";

/** The trees a finding was computed from; `base` is a commit, or a tree where there is none. */
export const treesOf = ({ base, ours, theirs, merge }: PairInput): JsonObject => ({
  base,
  ours: ours.snapshot,
  theirs: theirs.snapshot,
  merged: merge.kind === "predicted" ? merge.tree : null,
});

/** How one side changed one file: the blob it ends up with, and its first 20 hunks in the base's line numbers (null for what has no lines). */
export const sideEvidence = (change: Change | undefined, edit: Edit | undefined): JsonObject | null =>
  change
    ? {
        path: change.path,
        status: change.status,
        mode: change.newMode,
        blob: change.newBlob,
        hunks: edit?.kind === "text" ? edit.hunks.slice(0, 20).map(({ start, count, added }) => ({ start, count, added })) : null,
        hunkCount: edit?.kind === "text" ? edit.hunks.length : null,
      }
    : null;

/** Untouched base lines between the nearest two hunks of the sides, 0 where they meet; null where lines mean nothing. */
export const distanceBetween = (ours: Edit | undefined, theirs: Edit | undefined): number | null => {
  if (ours?.kind !== "text" || theirs?.kind !== "text") return null;
  let nearest: number | null = null;
  let [i, j] = [0, 0];
  // Both lists are in line order: of two hunks, the one that ends first cannot come nearer to what follows the other.
  for (let [a, b] = [ours.hunks[i], theirs.hunks[j]]; a && b; [a, b] = [ours.hunks[i], theirs.hunks[j]]) {
    nearest = Math.min(nearest ?? Number.POSITIVE_INFINITY, gap(a, b));
    if (endOf(a) <= endOf(b)) i++;
    else j++;
  }
  return nearest;
};

const gap = (a: Hunk, b: Hunk): number => Math.max(0, firstOf(b) - endOf(a), firstOf(a) - endOf(b));
/** Lines before the hunk; an insertion after line n touches nothing between n and n. */
const firstOf = ({ start, count }: Hunk): number => (count === 0 ? start : start - 1);
const endOf = (hunk: Hunk): number => firstOf(hunk) + hunk.count;
