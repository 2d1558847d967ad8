import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { git, gitText } from "../../src/git/exec.ts";
import { openRepository, type Repository } from "../../src/git/repository.ts";
import type { Work } from "./patch.ts";

/** A clone that borrows the objects of the repository under test, so that nothing is ever written there. */
export interface Scratch {
  readonly dir: string;
  readonly repository: Repository;
  /** Commit that everything is built on. */
  readonly base: string;
  /** A commit on top of the base. */
  commit(work: Work, subject: string): Promise<string>;
  /** What merging two commits changes in the base; undefined when git cannot. */
  merged(ours: string, theirs: string): Promise<Work | undefined>;
  /** Keeps a commit reachable under a name, for whoever wants to look. */
  name(ref: string, commit: string): Promise<void>;
  /** An empty object directory that sees all others, for one detection. */
  freshStore(): Record<string, string>;
  remove(): void;
}

/** Clones the repository at `from` and checks out `at`. Throws when it is none. */
export const newScratch = async (from: string, at: string): Promise<Scratch> => {
  const dir = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "nerve-real-")));
  const tree = path.join(dir, "tree");
  await git(["clone", "-q", "--shared", "--no-checkout", from, tree], { cwd: dir });
  const run = { cwd: tree, env: identity };
  // A link could lead out of the tree, and the compiler's files are written to.
  await git(["-c", "core.symlinks=false", "-c", "core.autocrlf=false", "checkout", "-q", "--detach", at], run);
  const base = await gitText(["rev-parse", "HEAD"], run);
  const repository = await openRepository(tree);
  const index = path.join(dir, "index");
  return {
    dir: tree,
    repository,
    base,

    async commit(work, subject) {
      const env = { ...identity, GIT_INDEX_FILE: index };
      await git(["read-tree", base], { cwd: tree, env });
      let input = "";
      for (const [file, text] of work) {
        if (text === null) input += `0 ${repository.zero}\t${file}\0`;
        else input += `100644 ${await gitText(["hash-object", "-w", "--stdin"], { ...run, input: text })}\t${file}\0`;
      }
      await git(["update-index", "-z", "--add", "--index-info"], { cwd: tree, env, input });
      const written = await gitText(["write-tree"], { cwd: tree, env });
      return gitText(["commit-tree", written, "-p", base, "-m", subject], run);
    },

    async merged(ours, theirs) {
      const { code, stdout } = await git(["merge-tree", "--write-tree", ours, theirs], { ...run, allow: [1] });
      if (code !== 0) return undefined;
      const merge = stdout.toString("utf8").trim();
      const changed = await gitText(["diff-tree", "-r", "-z", "--no-renames", "--name-only", base, merge], run);
      const work = new Map<string, string | null>();
      for (const file of changed.split("\0").filter((name) => name !== "")) {
        const blob = await git(["cat-file", "blob", `${merge}:${file}`], { ...run, allow: [128] });
        work.set(file, blob.code === 0 ? blob.stdout.toString("utf8") : null);
      }
      return work;
    },

    name: async (ref, commit) => void (await git(["update-ref", ref, commit], run)),

    freshStore() {
      const store = fs.mkdtempSync(path.join(dir, "objects-"));
      return { GIT_OBJECT_DIRECTORY: store, GIT_ALTERNATE_OBJECT_DIRECTORIES: path.join(repository.commonDir, "objects") };
    },

    remove: () => fs.rmSync(dir, { recursive: true, force: true, maxRetries: 3 }),
  };
};

const identity = {
  GIT_AUTHOR_NAME: "Somebody",
  GIT_AUTHOR_EMAIL: "somebody@example.com",
  GIT_COMMITTER_NAME: "Somebody",
  GIT_COMMITTER_EMAIL: "somebody@example.com",
  GIT_AUTHOR_DATE: "2024-01-01T00:00:00Z",
  GIT_COMMITTER_DATE: "2024-01-01T00:00:00Z",
};
