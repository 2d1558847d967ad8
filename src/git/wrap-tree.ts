import fs from "node:fs/promises";
import path from "node:path";
import type { Oid } from "../model/ids.ts";
import { git } from "./exec.ts";
import type { Repository } from "./repository.ts";

/** A tree to stand in history behind `parents`. No parents at all: a history of its own that every other such tree shares. */
export interface TreeToWrap {
  readonly tree: Oid;
  readonly parents: readonly Oid[];
}

/**
 * Turns trees into throw-away commits, which is what git before 2.45 can merge. The same tree and parents always give the same commit id. One
 * process for all, ids in the order of `trees`; the commits go to the object directory that `env` names.
 */
export const wrapTrees = async (
  repository: Repository,
  trees: readonly TreeToWrap[],
  { env = {} }: { env?: Readonly<Record<string, string>> } = {},
): Promise<Oid[]> => {
  if (trees.length === 0) return [];
  const orphans = trees.some(({ parents }) => parents.length === 0);
  // Two unborn sides have no history in common; an empty root gives them one, so that files they both added are compared.
  const root = orphans ? await writeCommits(repository, [commitBytes(repository.emptyTree, [])], env) : [];
  const commits = trees.map(({ tree, parents }) => commitBytes(tree, parents.length === 0 ? root : parents));
  return writeCommits(repository, commits, env);
};

// Later than any parent: walking to the merge base, git takes the newest commit first. Dated 0, it would walk all history before the second one.
const ident = "git-nerve <git-nerve@nerve.invalid> 2147483647 +0000";

const commitBytes = (tree: Oid, parents: readonly Oid[]): string =>
  [`tree ${tree}`, ...parents.map((parent) => `parent ${parent}`), `author ${ident}`, `committer ${ident}`, "", "snapshot", ""].join("\n");

const writeCommits = async (repository: Repository, commits: readonly string[], env: Readonly<Record<string, string>>): Promise<Oid[]> => {
  const drafts = path.join(repository.nerveDir, "tmp");
  await fs.mkdir(drafts, { recursive: true });
  const folder = await fs.mkdtemp(path.join(drafts, "wrap-"));
  try {
    await Promise.all(commits.map((commit, place) => fs.writeFile(path.join(folder, String(place)), commit)));
    const { stdout } = await git(["hash-object", "-t", "commit", "-w", "--no-filters", "--stdin-paths"], {
      cwd: folder,
      env: { GIT_DIR: repository.commonDir, ...env },
      input: commits.map((_, place) => `${place}\n`).join(""),
    });
    return stdout.toString("utf8").trimEnd().split("\n");
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
};
