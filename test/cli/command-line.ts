import { spawn } from "node:child_process";
import path from "node:path";
import { temporaryFolder } from "../support/repository.ts";

const program = path.resolve(import.meta.dirname, "../../bin/git-nerve.js");

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Sent once something was printed. */
  readonly signals?: readonly NodeJS.Signals[];
}

/** Runs the built program with a HOME of its own. */
export const nerve = (args: readonly string[], { cwd, env = {}, signals = [] }: Surroundings): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd,
      env: { ...process.env, HOME: temporaryFolder(), ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => {
      if (stdout === "") for (const signal of signals) child.kill(signal);
      stdout += chunk.toString("utf8");
    });
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString("utf8")));
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
