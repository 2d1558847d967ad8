import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { temporaryFolder } from "./repository.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** How a process ended. */
export interface Ended {
  /** -1 when a signal ended it. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface StartOptions {
  readonly cwd?: string;
  /** Added to the machine's environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Somebody's machine: an empty home, the built `git-nerve` on the PATH, and nothing of this machine's configuration. */
export interface Machine {
  /** The home folder, which goes away with the test. */
  readonly home: string;
  readonly env: Readonly<Record<string, string>>;
  /** Starts `git nerve <args>`. */
  start(args: readonly string[], options?: StartOptions): ChildProcess;
  /** Runs `git nerve <args>` in `cwd` to its end. */
  nerve(cwd: string, ...args: readonly string[]): Promise<Ended>;
  /** What `git nerve <args> --json` answers in `cwd`, however it ends. */
  ask<T>(cwd: string, ...args: readonly string[]): Promise<T>;
  /**
   * Runs a line of shell to its end, and to the end of all that it left running. `stderr` is part of `stdout`, in the order in which it was
   * said.
   */
  shell(line: string, options?: StartOptions): Promise<Ended>;
}

/** A machine of its own for this test. Needs `npm run build` to have been run. */
export const newMachine = (...whenFinished: Parameters<typeof temporaryFolder>): Machine => {
  const home = temporaryFolder(...whenFinished);
  const bin = temporaryFolder(...whenFinished);
  const program = path.join(root, "bin", "git-nerve.js");
  if (!fs.existsSync(path.join(root, "dist", "main.js"))) throw new Error("git-nerve is not built: npm run build");
  fs.writeFileSync(path.join(bin, "git-nerve"), `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`, { mode: 0o755 });
  const env = {
    PATH: `${bin}:${process.env["PATH"]}`,
    HOME: home,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_AUTHOR_NAME: "Sam",
    GIT_AUTHOR_EMAIL: "sam@example.com",
    GIT_COMMITTER_NAME: "Sam",
    GIT_COMMITTER_EMAIL: "sam@example.com",
    NO_COLOR: "1",
    TZ: "UTC",
    LC_ALL: "C",
  };
  const run = (command: string, args: readonly string[], options: StartOptions = {}): ChildProcess =>
    spawn(command, args, {
      cwd: options.cwd ?? home,
      env: { ...env, ...options.env },
      // The fourth is inherited by whatever a hook leaves running: it closes when the last of them has ended.
      stdio: ["ignore", "pipe", "pipe", "pipe"],
    });
  const start: Machine["start"] = (args, options) => run(process.execPath, [program, ...args], options);
  const nerve: Machine["nerve"] = (cwd, ...args) => ended(start(args, { cwd }));
  return {
    home,
    env,
    start,
    nerve,
    ask: async (cwd, ...args) => JSON.parse((await nerve(cwd, ...args, "--json")).stdout),
    shell: (line, options) => ended(run("sh", ["-c", `exec 2>&1\n${line}`], options)),
  };
};

/** Waits for the end of a process that a machine started, and of those it left running. */
export const ended = (child: ChildProcess): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const said = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      child[name]?.setEncoding("utf8").on("data", (text: string) => {
        said[name] += text;
      });
    }
    for (const stream of child.stdio.slice(3)) stream?.on("data", () => {});
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? -1, ...said }));
  });
