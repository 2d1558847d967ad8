import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

/** A real repository in a temporary folder that goes away with the test. */
export interface TestRepository {
  readonly dir: string;
  git(...args: string[]): string;
  write(file: string, content: string | Buffer): void;
  read(file: string): string;
  remove(file: string): void;
  /** Stages everything and commits; the new commit's id. */
  commit(message?: string): string;
  /** Adds a linked worktree on a new branch beside this one. */
  worktree(name: string, branch?: string): TestRepository;
}

/** A temporary folder, removed when the test is over. Concurrent tests hand in the `onTestFinished` of their own context. */
export const temporaryFolder = (whenFinished: (clean: () => void) => void = onTestFinished): string => {
  const dir = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "nerve-")));
  whenFinished(() => fs.rmSync(dir, { recursive: true, force: true, maxRetries: 3 }));
  return dir;
};

/** The repository that stands at `dir` already. */
export const repositoryAt = (dir: string): TestRepository => ({
  dir,
  git: (...args) =>
    execFileSync("git", ["-c", "protocol.file.allow=always", ...args], {
      cwd: dir,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    }).trimEnd(),
  write(file, content) {
    fs.mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
    fs.writeFileSync(path.join(dir, file), content);
  },
  read: (file) => fs.readFileSync(path.join(dir, file), "utf8"),
  remove: (file) => fs.rmSync(path.join(dir, file), { recursive: true }),
  commit(message = "change") {
    this.git("add", "-A");
    this.git("commit", "-q", "--allow-empty", "-m", message);
    return this.git("rev-parse", "HEAD");
  },
  worktree(name, branch = name) {
    const place = path.join(path.dirname(dir), name);
    this.git("worktree", "add", "-q", "-b", branch, place);
    return repositoryAt(place);
  },
});

/** A fresh repository on branch main, with `files` committed unless there are none. */
export const newRepository = (files: Record<string, string> = { "README.md": "# Sample\n" }, ...initOptions: string[]): TestRepository => {
  const dir = path.join(temporaryFolder(), "repo");
  execFileSync("git", ["init", "-q", "-b", "main", ...initOptions, dir]);
  const repository = repositoryAt(dir);
  for (const [file, content] of Object.entries(files)) repository.write(file, content);
  if (Object.keys(files).length > 0) repository.commit("init");
  return repository;
};
