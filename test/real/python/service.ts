import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import readline from "node:readline";
import { NerveError } from "../../../src/base/errors.ts";

/** A Python process that answers one question after the other. */
export interface Service {
  ask(question: object): Promise<unknown>;
  close(): void;
}

/** Starts `python3` on a checked-out tree; nothing of the tree is run. Throws (environment) when there is none, or none new enough. */
export const startService = async (dir: string): Promise<Service> => {
  const script = path.join(import.meta.dirname, "service.py");
  const child = spawn("python3", ["-B", "-E", "-s", script, dir], { stdio: ["pipe", "pipe", "inherit"] });
  await started(child);
  const waiting: ((line: string) => void)[] = [];
  readline.createInterface({ input: child.stdout }).on("line", (line) => waiting.shift()?.(line));
  let ended: (cause: Error) => void = () => {};
  const end = new Promise<never>((_, reject) => {
    ended = reject;
  });
  end.catch(() => {});
  child.on("close", (code) => ended(new Error(`python3 ended with code ${code}`)));
  return {
    async ask(question) {
      const answer = new Promise<string>((resolve) => {
        waiting.push(resolve);
      });
      child.stdin.write(`${JSON.stringify(question)}\n`);
      return JSON.parse(await Promise.race([answer, end]));
    },
    close: () => void child.stdin.end(),
  };
};

const started = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    child.on("spawn", resolve);
    child.on("error", (cause) =>
      reject(
        new NerveError("environment", "python3 was not found", {
          hint: "A Python repository is measured with Python's own parser: install Python 3.10 or newer.",
          cause,
        }),
      ),
    );
  });
