import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { openRepository, type Repository } from "../../src/git/repository.ts";
import { readWorktrees, type Worktree } from "../../src/git/worktrees.ts";
import type { Snapshot } from "../../src/worktree/snapshot.ts";
import { takeSnapshot } from "../../src/worktree/take-snapshot.ts";
import type { TestRepository } from "../support/repository.ts";

/** The repository of `test` and the worktree that stands at its folder. */
export const worktreeOf = async (test: TestRepository): Promise<{ repository: Repository; worktree: Worktree }> => {
  const repository = await openRepository(test.dir);
  const worktree = (await readWorktrees(repository)).find((one) => one.path === test.dir);
  if (!worktree) throw new Error(`${test.dir} is not a worktree`);
  return { repository, worktree };
};

/** A full pass over the worktree at `test`. */
export const snapshotOf = async (test: TestRepository): Promise<Snapshot> => {
  const { repository, worktree } = await worktreeOf(test);
  return takeSnapshot(repository, worktree);
};

/** A snapshot as `path -> mode:content`; a submodule's commit stands for its content. Fails when the worktree did not hold still. */
export const contentOf = (test: TestRepository, snapshot: Snapshot): Record<string, string> => {
  if (snapshot.kind !== "stable") throw new Error(`not stable: ${JSON.stringify(snapshot)}`);
  const env = { ...process.env, GIT_ALTERNATE_OBJECT_DIRECTORIES: privateObjects(test) };
  const git = (...args: string[]) => execFileSync("git", args, { cwd: test.dir, env, encoding: "utf8" });
  const listed = git("ls-tree", "-r", "-z", snapshot.tree).split("\0").filter(Boolean);
  return Object.fromEntries(
    listed.map((record) => {
      const [, mode = "", type = "", oid = "", file = ""] = /^(\d+) (\w+) (\w+)\t(.*)$/s.exec(record) ?? [];
      return [file, `${mode}:${type === "commit" ? oid : git("cat-file", "blob", oid)}`];
    }),
  );
};

const privateObjects = (test: TestRepository): string =>
  path.join(test.git("rev-parse", "--path-format=absolute", "--git-common-dir"), "nerveplane/objects");

/** Every file of the user's git directory outside of ours, with content and time: what a pass must leave as it was. */
export const gitFilesOf = (test: TestRepository): Record<string, string> => {
  const root = path.join(test.dir, ".git");
  const files: Record<string, string> = {};
  for (const name of fs.readdirSync(root, { recursive: true, encoding: "utf8" })) {
    if (name === "nerveplane" || name.startsWith("nerveplane/")) continue;
    const stat = fs.lstatSync(path.join(root, name), { bigint: true });
    // git itself marks a shared index as in use whenever anybody reads it.
    const time = name.startsWith("sharedindex.") ? "" : stat.mtimeNs;
    files[name] = stat.isDirectory() ? "folder" : `${time} ${fs.readFileSync(path.join(root, name)).toString("base64")}`;
  }
  return files;
};
