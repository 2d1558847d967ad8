import path from "node:path";
import { NerveError } from "../base/errors.ts";
import type { Oid } from "../model/ids.ts";
import { type GitOptions, type GitResult, git, gitText } from "./exec.ts";

/** A repository as found from some folder in it. All worktrees of one clone share `commonDir`. */
export interface Repository {
  /** Absolute path of the directory all worktrees share (`.git`, or the bare repository). */
  readonly commonDir: string;
  /** Absolute path of this worktree's own git directory. */
  readonly gitDir: string;
  /** Absolute root of the worktree; null in a bare repository or inside `.git`. */
  readonly workTree: string | null;
  readonly objectFormat: "sha1" | "sha256";
  readonly emptyTree: Oid;
  /** All zeros, as long as an object id here. */
  readonly zero: Oid;
  /** `[2, 39]` for git 2.39.5. */
  readonly gitVersion: readonly [major: number, minor: number];
  /** Where our own files live: `<commonDir>/nerveplane`. */
  readonly nerveDir: string;
}

const oldest = [2, 38] as const;

const emptyTrees = {
  sha1: "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
  sha256: "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321",
} as const;

/** Finds the repository that `dir` is in, as git itself would. Throws (environment) outside of one and when git is too old. */
export const openRepository = async (dir: string): Promise<Repository> => {
  // The caller's GIT_DIR is honoured here and nowhere else: inside a hook it names the right repository.
  const env = {
    GIT_DIR: process.env["GIT_DIR"],
    GIT_WORK_TREE: process.env["GIT_WORK_TREE"],
    GIT_COMMON_DIR: process.env["GIT_COMMON_DIR"],
  };
  const [version, found] = await Promise.all([
    gitText(["version"], { cwd: dir }),
    git(["rev-parse", "--path-format=absolute", "--git-common-dir", "--git-dir", "--show-object-format", "--show-toplevel"], {
      cwd: dir,
      env,
      allow: [128, 129],
    }),
  ]);
  const gitVersion = versionOf(version);
  // Outside of a working tree git fails at the last question, having answered all others.
  const [commonDir = "", gitDir = "", objectFormat, toplevel] = found.stdout.toString("utf8").trimEnd().split("\n");
  if (objectFormat === undefined) throw notARepository(dir, found);
  const workTree = found.code === 0 && toplevel !== undefined ? toplevel : null;
  const format = objectFormat === "sha256" ? "sha256" : "sha1";
  return {
    commonDir,
    gitDir,
    workTree,
    objectFormat: format,
    emptyTree: emptyTrees[format],
    zero: "0".repeat(format === "sha256" ? 64 : 40),
    gitVersion,
    nerveDir: path.join(commonDir, "nerveplane"),
  };
};

/** Runs git on the repository as a whole, whatever worktree the command was called from. */
export const inRepository = (repository: Repository, options: Omit<GitOptions, "cwd"> = {}): GitOptions => ({
  ...options,
  cwd: repository.commonDir,
  env: { GIT_DIR: repository.commonDir, ...options.env },
});

/** True when this git is at least `major.minor`. */
export const gitAtLeast = (repository: Repository, major: number, minor: number): boolean =>
  repository.gitVersion[0] > major || (repository.gitVersion[0] === major && repository.gitVersion[1] >= minor);

/** One value of git's configuration as this repository sees it; undefined when unset. */
export const findConfig = async (repository: Repository, key: string): Promise<string | undefined> => {
  const { code, stdout } = await git(["config", "--get", key], inRepository(repository, { allow: [1] }));
  return code === 0 ? stdout.toString("utf8").replace(/\n$/, "") : undefined;
};

const versionOf = (text: string): readonly [number, number] => {
  const [, major, minor] = /(\d+)\.(\d+)/.exec(text) ?? [];
  const version = [Number(major ?? 0), Number(minor ?? 0)] as const;
  if (version[0] < oldest[0] || (version[0] === oldest[0] && version[1] < oldest[1])) {
    throw new NerveError("environment", `git ${version.join(".")} is too old: git nerve needs git ${oldest.join(".")} or newer`, {
      hint: "2.38 is the first release with `git merge-tree --write-tree`, which predicts merges without touching a worktree.",
    });
  }
  return version;
};

const notARepository = (dir: string, { stderr }: GitResult): NerveError => {
  if (stderr.includes("dubious ownership")) {
    return new NerveError("environment", `git does not trust the repository at ${dir}: it belongs to another user`, {
      hint: `If you do, run: git config --global --add safe.directory ${dir}`,
    });
  }
  if (stderr.includes("not a git repository")) {
    return new NerveError("environment", `${dir} is not inside a git repository`, {
      hint: "Go to a repository, or name one: git nerve -C <dir> …",
    });
  }
  return new NerveError("environment", `git cannot open the repository at ${dir}: ${stderr.split("\n", 1)[0]}`);
};
