import type { Change } from "../model/change.ts";
import type { Entry } from "../model/pair.ts";

/** What stands in the pair's base at paths where that is not what a side's own base has; null where there is nothing. */
export type BaseEntries = ReadonlyMap<string, Entry | null>;

/** By path: what a side did itself, told from the pair's base on. A file that is now as it is in that base is not a change. */
export const ownChanges = (changes: readonly Change[], baseEntries: BaseEntries): Map<string, Change> => {
  const own = new Map<string, Change>();
  for (const change of changes) {
    for (const retold of retell(change, baseEntries)) own.set(retold.path, retold);
  }
  return own;
};

/** What stood at the path of a change before it. */
export const oldEntry = ({ oldMode, oldBlob }: Change): Entry | null =>
  oldMode === null || oldBlob === null ? null : { mode: oldMode, blob: oldBlob };

/** What stands there now. */
export const newEntry = ({ newMode, newBlob }: Change): Entry | null =>
  newMode === null || newBlob === null ? null : { mode: newMode, blob: newBlob };

export const sameEntry = (a: Entry | null, b: Entry | null): boolean => a?.mode === b?.mode && a?.blob === b?.blob;

function* retell(change: Change, baseEntries: BaseEntries): Generator<Change> {
  const { path, oldPath } = change;
  if (!baseEntries.has(path) && (oldPath === undefined || !baseEntries.has(oldPath))) {
    yield change;
    return;
  }
  const entryAt = (place: string, otherwise: Entry | null) => baseEntries.get(place) ?? (baseEntries.has(place) ? null : otherwise);
  const after = newEntry(change);
  const before = entryAt(path, oldPath === undefined ? oldEntry(change) : null);
  if (oldPath !== undefined) {
    const source = entryAt(oldPath, oldEntry(change));
    if (source && !before) {
      yield { ...change, oldMode: source.mode, oldBlob: source.blob };
      return;
    }
    if (source) yield between(change, oldPath, source, null);
  }
  if (!sameEntry(before, after)) yield between(change, path, before, after);
}

const between = ({ package: owner }: Change, path: string, before: Entry | null, after: Entry | null): Change => ({
  path,
  status: before === null ? "added" : after === null ? "deleted" : "modified",
  oldMode: before?.mode ?? null,
  newMode: after?.mode ?? null,
  oldBlob: before?.blob ?? null,
  newBlob: after?.blob ?? null,
  package: owner,
});
