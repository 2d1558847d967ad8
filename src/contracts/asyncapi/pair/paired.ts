import type { Keyed } from "../../apis/keyed.ts";

/** Two things that are one and the same, in both versions. */
export interface Kept<T> {
  readonly old: T;
  readonly current: T;
}

/** What a thing may be recognised by: those that share a key belong together. */
export type Recognition<T> = (thing: T) => readonly string[];

/**
 * Pairs what belongs together, by the surest sign first: what one way of recognition leaves over, the next one looks at. Of several with the
 * same key, the first comes first.
 */
export const paired = <T>(before: readonly T[], after: readonly T[], recognitions: readonly Recognition<T>[]): Keyed<T, Kept<T>> => {
  const partners = new Map<T, T>();
  const taken = new Set<T>();
  for (const recognition of recognitions) {
    const waiting = new Map<string, T[]>();
    for (const current of after) {
      if (taken.has(current)) continue;
      for (const key of recognition(current)) {
        const others = waiting.get(key);
        if (others) others.push(current);
        else waiting.set(key, [current]);
      }
    }
    for (const old of before) {
      if (partners.has(old)) continue;
      for (const key of recognition(old)) {
        const others = waiting.get(key) ?? [];
        let current = others.shift();
        while (current !== undefined && taken.has(current)) current = others.shift();
        if (current === undefined) continue;
        partners.set(old, current);
        taken.add(current);
        break;
      }
    }
  }
  return {
    kept: before.flatMap((old) => {
      const current = partners.get(old);
      return current === undefined ? [] : [{ old, current }];
    }),
    removed: before.filter((old) => !partners.has(old)),
    added: after.filter((current) => !taken.has(current)),
  };
};
