import type { Oid } from "../model/ids.ts";
import { gitText } from "./exec.ts";
import { inRepository, type Repository } from "./repository.ts";

/** How many commits are in the history of `tip` and not in that of `base`. One process a pair; each different pair once. */
export const countCommits = (repository: Repository, pairs: readonly (readonly [base: Oid, tip: Oid])[]): Promise<number[]> => {
  const counts = new Map<string, Promise<string>>();
  return Promise.all(
    pairs.map(async ([base, tip]) => {
      const range = `${base}..${tip}`;
      const count = counts.get(range) ?? gitText(["rev-list", "--count", range], inRepository(repository));
      counts.set(range, count);
      return Number(await count);
    }),
  );
};
