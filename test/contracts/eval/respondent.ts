import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import type { Question } from "./question.ts";
import type { Answer, Tool, ToolOptions } from "./tool.ts";

/** A tool in a process of its own, so that one that hangs or dies costs one answer and not the run. */
export interface Respondent {
  /** Never rejects. */
  ask(question: Question): Promise<Answer>;
  close(): void;
}

/** `seconds`: for one answer. `patience`: after so many pairs that took longer it is not asked any more. */
export interface Limits {
  readonly seconds: number;
  readonly patience: number;
}

export const respondentFor = ({ name }: Tool, options: ToolOptions, { seconds, patience }: Limits): Respondent => {
  let child: ChildProcess | undefined;
  let warm = false;
  let hangs = 0;

  const stop = (): void => {
    child?.kill("SIGKILL");
    child = undefined;
  };
  process.once("exit", stop);

  const start = async (): Promise<ChildProcess> => {
    child = fork(program, [name, JSON.stringify(options)], { stdio: ["ignore", "ignore", "ignore", "ipc"] });
    await nextMessage(child, secondsToLoad);
    return child;
  };

  const answerTo = async (question: Question): Promise<Answer> => {
    const asked = child ?? (await start());
    // A process that has just ended is told from its silence.
    if (isAlive(asked)) asked.send(question, () => {});
    const answer = await nextMessage(asked, seconds);
    if (answer.kind === "timed out" || !isAlive(asked)) stop();
    return answer;
  };

  return {
    async ask(question) {
      if (hangs >= patience) return { kind: "not asked" };
      // The first answer pays for what is compiled on first use: it says nothing of a pair.
      if (!warm) await answerTo(question);
      warm = true;
      const answer = await answerTo(question);
      if (answer.kind === "timed out") hangs += 1;
      return answer;
    },
    close() {
      process.off("exit", stop);
      stop();
    },
  };
};

const program = path.join(import.meta.dirname, "answer.ts");

const secondsToLoad = 60;

const isAlive = ({ connected, exitCode, signalCode }: ChildProcess): boolean => connected && exitCode === null && signalCode === null;

/** What a process says next. Without a word it may be too late, or dead. */
const nextMessage = (child: ChildProcess, seconds: number): Promise<Answer> =>
  new Promise((resolve) => {
    const settle = (answer: Answer): void => {
      clearTimeout(timer);
      child.off("message", settle);
      child.off("exit", died);
      resolve(answer);
    };
    const died = (): void => settle({ kind: "failed", reason: "the process ended" });
    const timer = setTimeout(() => settle({ kind: "timed out" }), seconds * 1000);
    if (!isAlive(child)) return died();
    child.on("message", settle);
    child.on("exit", died);
  });
