import type { Change } from "../model/change.ts";
import type { PairInput } from "../model/pair.ts";

/** One file that both sides changed, with different results. */
export interface Overlap {
  /** The file's path in the base if both started from it there, else the path they meet at. */
  readonly place: string;
  /** All paths it has on either side, sorted. */
  readonly files: readonly string[];
  readonly ours: Change;
  readonly theirs: Change;
}

/** Files in the hands of both sides, by name or by descent (one edits what the other moves), in order of place. Symmetric. */
export const overlaps = ({ ours, theirs }: PairInput): Overlap[] => {
  const found = new Map<string, Overlap>();
  for (const [change, other] of meetings(ours.changes, theirs.changes)) {
    if (sameResult(change, other)) continue;
    const place = originOf(change) === originOf(other) ? originOf(change) : change.path;
    const overlap = { place, files: [...new Set([place, change.path, other.path])].sort(), ours: change, theirs: other };
    const known = found.get(place);
    if (!known || rank(overlap) < rank(known)) found.set(place, overlap);
  }
  return [...found.values()].sort((a, b) => (a.place < b.place ? -1 : 1));
};

/** Whether both sides end up with the very same thing at the same path. */
export const sameResult = (a: Change, b: Change): boolean =>
  a.path === b.path && a.oldPath === b.oldPath && a.newBlob === b.newBlob && a.newMode === b.newMode;

function* meetings(ours: ReadonlyMap<string, Change>, theirs: ReadonlyMap<string, Change>): Generator<[Change, Change]> {
  const byOrigin = new Map<string, Change[]>();
  for (const other of theirs.values()) {
    if (ours.has(other.path)) continue;
    byOrigin.set(originOf(other), [...(byOrigin.get(originOf(other)) ?? []), other]);
  }
  for (const change of ours.values()) {
    const other = theirs.get(change.path);
    if (other) yield [change, other];
    else for (const descendant of byOrigin.get(originOf(change)) ?? []) yield [change, descendant];
  }
}

const originOf = ({ path, oldPath }: Change): string => oldPath ?? path;

/** Of two overlaps at one place, the one about fewer files is told. */
const rank = ({ files }: Overlap): string => `${files.length} ${files.join("\0")}`;
