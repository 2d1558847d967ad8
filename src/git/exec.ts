import { spawn } from "node:child_process";
import fs from "node:fs";
import { NerveError } from "../base/errors.ts";

/** What one git process said. */
export interface GitResult {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

export interface GitOptions {
  /** Folder git runs in. */
  readonly cwd: string;
  /** Added to the environment; `undefined` removes a variable. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly input?: string | Uint8Array;
  readonly signal?: AbortSignal;
  /** Milliseconds after which the process is killed. */
  readonly timeout?: number;
  /** Exit codes that are answers rather than failures; 0 always is. */
  readonly allow?: readonly number[];
}

/** Variables that would point git at another repository, index or object store than the one we mean, as set inside hooks. */
const misleading = [
  "GIT_DIR",
  "GIT_WORK_TREE",
  "GIT_INDEX_FILE",
  "GIT_OBJECT_DIRECTORY",
  "GIT_ALTERNATE_OBJECT_DIRECTORIES",
  "GIT_COMMON_DIR",
  "GIT_NAMESPACE",
  "GIT_PREFIX",
  "GIT_CEILING_DIRECTORIES",
  "GIT_QUARANTINE_PATH",
  "GIT_LITERAL_PATHSPECS",
  "GIT_GLOB_PATHSPECS",
  "GIT_NOGLOB_PATHSPECS",
  "GIT_ICASE_PATHSPECS",
  "GIT_EXTERNAL_DIFF",
  "GIT_DIFF_OPTS",
  "GIT_REFLOG_ACTION",
  "GIT_AUTHOR_DATE",
  "GIT_COMMITTER_DATE",
];

/**
 * The environment of every git process of ours: English, no prompts, no optional locks (another program's `git status` must not wait for us),
 * no replace objects (they would change what a signature covers), paths taken as they are.
 */
export const gitEnvironment = (extra: Readonly<Record<string, string | undefined>> = {}): NodeJS.ProcessEnv => {
  const env: NodeJS.ProcessEnv = { ...process.env };
  for (const name of misleading) delete env[name];
  Object.assign(env, {
    LC_ALL: "C",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_LITERAL_PATHSPECS: "1",
    GIT_ADVICE: "0",
    GIT_PAGER: "cat",
  });
  for (const [name, value] of Object.entries(extra)) {
    if (value === undefined) delete env[name];
    else env[name] = value;
  }
  return env;
};

/** Runs git once. Throws a NerveError when it cannot be started, was killed, or ended with a code that `allow` does not list. */
export const git = (args: readonly string[], options: GitOptions): Promise<GitResult> =>
  new Promise((resolve, reject) => {
    const child = spawn("git", args, {
      cwd: options.cwd,
      env: gitEnvironment(options.env),
      stdio: [options.input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
      windowsHide: true,
      ...(options.signal && { signal: options.signal }),
      ...(options.timeout && { timeout: options.timeout }),
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout?.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", (cause: NodeJS.ErrnoException) => reject(startFailure(cause, options.cwd)));
    child.on("close", (code, killedBy) => {
      const result = { code: code ?? -1, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString("utf8").trim() };
      if (killedBy) return reject(new NerveError("environment", `git ${commandOf(args)} was stopped (${killedBy})`));
      if (result.code === 0 || options.allow?.includes(result.code)) return resolve(result);
      reject(new NerveError("environment", `git ${commandOf(args)} failed: ${firstLine(result.stderr) || `exit code ${result.code}`}`));
    });
    if (options.input !== undefined) {
      // A process that ended early breaks the pipe; its exit code tells the story.
      child.stdin?.on("error", () => {});
      child.stdin?.end(options.input);
    }
  });

/** Output of git as text, without the last line feed. */
export const gitText = async (args: readonly string[], options: GitOptions): Promise<string> =>
  (await git(args, options)).stdout.toString("utf8").replace(/\n$/, "");

/** Output of a `-z` command: its records, without the empty one at the end. */
export const gitRecords = async (args: readonly string[], options: GitOptions): Promise<string[]> =>
  splitRecords((await git(args, options)).stdout);

/** NUL-terminated records as strings. Bytes that are not UTF-8 become U+FFFD: such a path can be shown, not opened. */
export const splitRecords = (bytes: Buffer): string[] => {
  const records = bytes.toString("utf8").split("\0");
  if (records.at(-1) === "") records.pop();
  return records;
};

/** What git is asked to do: the first word behind `-c <setting>` pairs. */
const commandOf = (args: readonly string[]): string => {
  let at = 0;
  while (args[at] === "-c") at += 2;
  return args[at] ?? "";
};

const firstLine = (text: string): string => text.split("\n", 1)[0] ?? "";

const startFailure = (cause: NodeJS.ErrnoException, cwd: string): Error => {
  if (cause.name === "AbortError") return new NerveError("environment", "stopped before git was done", { cause });
  if (cause.code === "ENOENT" && !fs.existsSync(cwd)) return new NerveError("environment", `there is no folder ${cwd}`, { cause });
  if (cause.code === "ENOENT")
    return new NerveError("environment", "git was not found", { hint: "Install git 2.38 or newer, or put it on PATH.", cause });
  return new NerveError("environment", `git could not be started: ${cause.message}`, { cause });
};
