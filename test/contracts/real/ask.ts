import { fork } from "node:child_process";
import path from "node:path";
import type { Outcome, Question } from "./question.ts";

/** Asks a tool in a process of its own, which is ended when it takes longer than that many seconds. */
export const ask = (question: Question, seconds: number): Promise<Outcome> =>
  new Promise((resolve) => {
    const child = fork(program, { stdio: ["ignore", "ignore", "ignore", "ipc"] });
    const settle = (outcome: Outcome): void => {
      clearTimeout(timer);
      resolve(outcome);
    };
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      settle({ kind: "timed out" });
    }, seconds * 1000);
    child.once("message", settle);
    child.once("exit", () => settle({ kind: "failed", reason: "the process ended" }));
    child.send(question);
  });

const program = path.join(import.meta.dirname, "answer.ts");
