import { NerveError } from "../base/errors.ts";
import type { Oid } from "../model/ids.ts";
import { git } from "./exec.ts";
import { privateStore } from "./private-store.ts";
import { inRepository, type Repository } from "./repository.ts";

/** A snapshot, and the commit it stands on: what that holds needs no copy. */
export interface SharedTree {
  readonly tree: Oid;
  readonly head: Oid | null;
}

/**
 * Copies snapshots from the private store to the repository's own, where refs may point at them and pushes find them. Only what the commits
 * they stand on do not hold is copied: a few objects for a few changed files.
 */
export const shareTrees = async (repository: Repository, trees: readonly SharedTree[]): Promise<void> => {
  if (trees.length === 0) return;
  const revisions = trees.flatMap(({ tree, head }) => [tree, ...(head ? [`^${head}`] : [])]);
  const env = privateStore(repository);
  const packed = await git(
    ["pack-objects", "--revs", "--stdout", "-q"],
    inRepository(repository, { env, input: `${revisions.join("\n")}\n` }),
  );
  const { code, stderr } = await git(["unpack-objects", "-q"], inRepository(repository, { input: packed.stdout, allow: [1, 128] }));
  if (code !== 0) throw new NerveError("environment", `snapshots could not be shared: ${stderr.split("\n", 1)[0]}`);
};
