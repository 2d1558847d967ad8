import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

/** Words that start the built git nerve. */
export const program = [process.execPath, path.join(root, "bin", "git-nerve.js")] as const;

/** Makes this process, and all that it starts, deaf to the machine's own git configuration. `home` stands in for the user's. */
export const isolate = (home: string): void => {
  for (const name of Object.keys(process.env)) if (name.startsWith("GIT_") || name.startsWith("XDG_")) delete process.env[name];
  const bin = path.join(home, "bin");
  fs.mkdirSync(bin);
  // As npm installs it.
  fs.symlinkSync(program[1], path.join(bin, "git-nerve"));
  Object.assign(process.env, {
    PATH: `${bin}${path.delimiter}${path.dirname(process.execPath)}${path.delimiter}${process.env["PATH"]}`,
    HOME: home,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_AUTHOR_NAME: "Bench",
    GIT_AUTHOR_EMAIL: "bench@example.com",
    GIT_COMMITTER_NAME: "Bench",
    GIT_COMMITTER_EMAIL: "bench@example.com",
    LC_ALL: "C",
    NO_COLOR: "1",
  });
};

/** Temporary folders and processes that go away together. */
export class Sandbox {
  readonly #ends: (() => unknown)[] = [];

  folder(): string {
    const dir = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "nerve-bench-")));
    this.onEnd(() => fs.rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
    return dir;
  }

  /** What is said last is done first. */
  onEnd(end: () => unknown): void {
    this.#ends.push(end);
  }

  /** Starts `git nerve watch` and waits until it has looked at everything once. */
  async watcher(dir: string): Promise<ChildProcess> {
    const [node, script] = program;
    const child = spawn(node, [script, "-C", dir, "watch"], { stdio: ["ignore", "pipe", "inherit"] });
    const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
    this.onEnd(() => {
      child.kill("SIGTERM");
      return ended;
    });
    await new Promise<void>((resolve, reject) => {
      child.stdout.on("data", (chunk: Buffer) => chunk.includes("Watching") && resolve());
      child.on("close", (code) => reject(new Error(`the watcher ended with ${code}`)));
    });
    return child;
  }

  async close(): Promise<void> {
    for (const end of this.#ends.toReversed()) await end();
  }
}

/** Runs a program to its end; what it printed. Throws when it ends with anything but 0 or 1 (findings). */
export const run = (words: readonly string[], { cwd, input }: { cwd?: string; input?: string | Uint8Array } = {}): Promise<string> =>
  new Promise((resolve, reject) => {
    const [file = "", ...args] = words;
    const child = spawn(file, args, { cwd, stdio: [input === undefined ? "ignore" : "pipe", "pipe", "inherit"] });
    const output: Buffer[] = [];
    child.stdout?.on("data", (chunk: Buffer) => output.push(chunk));
    child.stdin?.end(input);
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0 || code === 1) resolve(Buffer.concat(output).toString("utf8").trimEnd());
      else reject(new Error(`${words.join(" ")} ended with ${code}`));
    });
  });

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
