import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { openRepository, type Repository } from "../../src/git/repository.ts";
import { readTreeDiffs } from "../../src/git/tree-diff.ts";
import type { ChangeSet } from "../../src/model/change.ts";
import { newRepository, type TestRepository } from "./repository.ts";

/** A repository and two worktrees, alice and bob, on branches of their own that start at main. */
export const twoWorktrees = async (
  files: Record<string, string>,
  ...initOptions: string[]
): Promise<{ repository: Repository; main: TestRepository; alice: TestRepository; bob: TestRepository }> => {
  const main = newRepository(files, ...initOptions);
  const [alice, bob] = [main.worktree("alice"), main.worktree("bob")];
  return { repository: await openRepository(main.dir), main, alice, bob };
};

/** The change set of a worktree, uncommitted work included, as stock git computes it. A package is a folder with a package.json in the snapshot. */
export const changeSetOf = async (repository: Repository, worktree: TestRepository, landing = "main"): Promise<ChangeSet> => {
  const find = (...args: string[]): string | null => {
    try {
      return worktree.git(...args) || null;
    } catch {
      return null;
    }
  };
  const snapshot = snapshotOf(worktree);
  const head = find("rev-parse", "-q", "--verify", "HEAD");
  const base = head && find("merge-base", "HEAD", landing);
  const commits = base ? (find("rev-list", `${base}..HEAD`)?.split("\n") ?? []) : [];
  const baseTree = base ? worktree.git("rev-parse", `${base}^{tree}`) : repository.emptyTree;
  const [diff = []] = await readTreeDiffs(repository, [[baseTree, snapshot]], { renames: true });
  const manifests = worktree
    .git("ls-tree", "-r", "--name-only", snapshot)
    .split("\n")
    .filter((file) => path.basename(file) === "package.json");
  const folders = manifests.map((file) => path.dirname(file).replace(/^\.$/, "")).sort((a, b) => b.length - a.length);
  const packageOf = (file: string) => folders.find((folder) => folder === "" || file.startsWith(`${folder}/`)) ?? null;
  return {
    base,
    head,
    commits,
    snapshot,
    changes: diff.map((change) => ({ ...change, package: packageOf(change.path) })),
    notAssessed: [],
  };
};

/** All that is in a worktree as a tree. */
export const snapshotOf = (worktree: TestRepository): string => {
  const index = path.join(worktree.git("rev-parse", "--absolute-git-dir"), "test-index");
  const git = (...args: string[]) =>
    execFileSync("git", args, {
      cwd: worktree.dir,
      env: { ...process.env, GIT_INDEX_FILE: index },
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  git("add", "-A");
  const tree = git("write-tree").trimEnd();
  fs.rmSync(index);
  return tree;
};

/** Lines "1" to `count`, some of them replaced. */
export const numbered = (count: number, replaced: Record<number, string> = {}): string =>
  Array.from({ length: count }, (_, line) => `${replaced[line + 1] ?? line + 1}\n`).join("");
