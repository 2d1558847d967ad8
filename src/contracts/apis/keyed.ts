/** What two versions have both, and what one has alone; in the order of the versions. */
export interface Keyed<T, K> {
  readonly kept: readonly K[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/** Pairs what has the same key. */
export const keyed = <T, K>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  keep: (old: T, current: T) => K,
): Keyed<T, K> => {
  const kept: K[] = [];
  const removed: T[] = [];
  for (const [key, old] of before) {
    const current = after.get(key);
    if (current === undefined) removed.push(old);
    else kept.push(keep(old, current));
  }
  return { kept, removed, added: [...after].filter(([key]) => !before.has(key)).map(([, added]) => added) };
};
