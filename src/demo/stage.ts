import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/** Where the demo plays: a temporary folder with a HOME of its own, and the commands run in it. */
export class Stage {
  readonly root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "git-nerve-demo-")));
  readonly #env: NodeJS.ProcessEnv;
  readonly #print: (line: string) => void;
  readonly #signal: AbortSignal;
  readonly #background = new Set<ChildProcess>();

  /** `program`: the words that start git nerve; the demo runs it as people do, by `git nerve`. What runs is killed when `signal` aborts. */
  constructor(program: readonly string[], print: (line: string) => void, signal: AbortSignal) {
    this.#print = print;
    this.#signal = signal;
    const bin = path.join(this.root, "bin");
    fs.mkdirSync(bin);
    fs.mkdirSync(path.join(this.root, "home"));
    fs.writeFileSync(path.join(bin, "git-nerve"), `#!/bin/sh\nexec ${program.map(quoted).join(" ")} "$@"\n`, { mode: 0o755 });
    this.#env = {
      PATH: `${bin}${path.delimiter}${process.env["PATH"] ?? ""}`,
      HOME: path.join(this.root, "home"),
      TMPDIR: os.tmpdir(),
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_AUTHOR_NAME: "Demo",
      GIT_AUTHOR_EMAIL: "demo@example.com",
      GIT_COMMITTER_NAME: "Demo",
      GIT_COMMITTER_EMAIL: "demo@example.com",
      GIT_TERMINAL_PROMPT: "0",
      NO_COLOR: "1",
    };
  }

  path(...names: string[]): string {
    return path.join(this.root, ...names);
  }

  write(file: string, text: string): void {
    fs.mkdirSync(path.dirname(this.path(file)), { recursive: true });
    fs.writeFileSync(this.path(file), text);
  }

  say(text: string): void {
    this.#print("");
    this.#print(text);
  }

  /** Shows a command and what it prints. Throws when it ends with a code that was not expected. */
  async show(folder: string, line: string, expected: readonly number[] = [0]): Promise<string> {
    this.#print(`  ${folder}$ ${line}`);
    const output = await this.run(folder, line, expected);
    for (const each of output.trimEnd().split("\n")) if (each) this.#print(`    ${each}`);
    return output;
  }

  /** Runs a command without showing it; what it printed. */
  run(folder: string, line: string, expected: readonly number[] = [0]): Promise<string> {
    this.#signal.throwIfAborted();
    // A group of its own, so that the shell's children end with it.
    const child = spawn("sh", ["-c", line], {
      cwd: this.path(folder),
      env: this.#env,
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    const stop = () => void (child.pid && process.kill(-child.pid, "SIGTERM"));
    this.#signal.addEventListener("abort", stop);
    return new Promise((resolve, reject) => {
      let output = "";
      for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
      child.on("error", reject);
      child.on("close", (code) => {
        this.#signal.removeEventListener("abort", stop);
        if (expected.includes(code ?? -1)) resolve(output);
        else reject(new Error(`\`${line}\` ended with ${code}:\n${output}`));
      });
    });
  }

  /** Starts a command that stays. */
  start(folder: string, line: string): void {
    this.#print(`  ${folder}$ ${line} &`);
    // The pipe is held by all that it starts: git ends before the program it has started, and only with the last of them is this over.
    const child = spawn("sh", ["-c", `exec ${line}`], { cwd: this.path(folder), env: this.#env, stdio: ["ignore", "pipe", "ignore"] });
    child.stdout.resume();
    this.#background.add(child);
    child.on("close", () => this.#background.delete(child));
  }

  /** Asks again and again until `holds` is true of a command's output. Throws when that takes more than ten seconds. */
  async until(what: string, folder: string, line: string, holds: (output: string) => boolean): Promise<number> {
    const began = Date.now();
    for (;;) {
      const output = await this.run(folder, line, [0, 1]);
      const took = Date.now() - began;
      if (holds(output)) return took;
      if (took > 10_000) throw new Error(`waited ten seconds for this in vain: ${what}. Last answer:\n${output}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Ends what was started and removes the folder. */
  async close(): Promise<void> {
    await Promise.all(
      [...this.#background].map(
        (child) =>
          new Promise((resolve) => {
            child.on("close", resolve);
            child.kill("SIGTERM");
          }),
      ),
    );
    fs.rmSync(this.root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;
