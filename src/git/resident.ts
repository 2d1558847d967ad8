import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { NerveError } from "../base/errors.ts";
import { gitEnvironment } from "./exec.ts";

/** What a resident process answers with: read in the order it was written. */
export interface Answer {
  /** The next line, without its line feed. */
  line(): Promise<string>;
  /** Exactly `length` bytes. */
  bytes(length: number): Promise<Buffer>;
  /** Everything up to the next NUL, without it. */
  record(): Promise<Buffer>;
}

/**
 * One git process that stays, answering questions one after the other over its pipes: about 0.1 ms a question where a process of its own
 * costs 2 to 4 ms. Starts with the first question; when it dies, the question in flight fails and the next one starts another. Unasked for ten
 * seconds it ends, and gives back the 3 to 4 MiB that it holds.
 */
export class ResidentGit {
  readonly #args: readonly string[];
  readonly #cwd: string;
  readonly #env: Readonly<Record<string, string | undefined>>;
  readonly #restMs: number;
  #running: Running | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #open = 0;
  #rest: NodeJS.Timeout | undefined;

  /** `restMs`: how long it stays unasked. */
  constructor(args: readonly string[], options: { cwd: string; env?: Readonly<Record<string, string | undefined>>; restMs?: number }) {
    this.#args = args;
    this.#cwd = options.cwd;
    this.#env = options.env ?? {};
    this.#restMs = options.restMs ?? 10_000;
  }

  /**
   * Writes `question` (made when its turn comes, if it is a function) and hands the answer to `read`. Questions of one process are answered
   * strictly one after the other.
   */
  ask<T>(question: string | Uint8Array | (() => string | Uint8Array), read: (answer: Answer) => Promise<T>): Promise<T> {
    clearTimeout(this.#rest);
    this.#open++;
    const turn = this.#queue.then(async () => {
      const running = this.#start();
      running.child.stdin.write(typeof question === "function" ? question() : question);
      try {
        return await read(running);
      } catch (error) {
        // Half an answer may still be on its way: nobody can tell where the next one would begin.
        this.#drop(running);
        throw error;
      } finally {
        if (--this.#open === 0) this.#rest = setTimeout(() => void this.close(), this.#restMs).unref();
      }
    });
    this.#queue = turn.catch(() => {});
    return turn;
  }

  /** Ends the process once the questions asked so far are answered. */
  async close(): Promise<void> {
    await this.#queue;
    clearTimeout(this.#rest);
    const running = this.#running;
    if (!running) return;
    this.#running = undefined;
    running.child.stdin.end();
    await running.ended;
  }

  #start(): Running {
    if (this.#running && !this.#running.over) return this.#running;
    const child = spawn("git", this.#args, { cwd: this.#cwd, env: gitEnvironment(this.#env), windowsHide: true });
    this.#running = new Running(child, this.#args[0] ?? "");
    return this.#running;
  }

  #drop(running: Running): void {
    if (this.#running === running) this.#running = undefined;
    running.child.kill("SIGKILL");
  }
}

class Running implements Answer {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<void>;
  over = false;
  #held: Buffer = Buffer.alloc(0);
  #stderr = "";
  #wake: (() => void) | undefined;
  readonly #name: string;

  constructor(child: ChildProcessWithoutNullStreams, name: string) {
    this.child = child;
    this.#name = name;
    child.stdin.on("error", () => {});
    child.stdout.on("data", (chunk: Buffer) => {
      this.#held = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
      this.#wake?.();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      this.#stderr = (this.#stderr + chunk.toString("utf8")).slice(-2000);
    });
    this.ended = new Promise((resolve) => {
      const end = () => {
        this.over = true;
        this.#wake?.();
        resolve();
      };
      child.on("close", end);
      child.on("error", end);
    });
  }

  async line(): Promise<string> {
    return (await this.#until(0x0a)).toString("utf8");
  }

  record(): Promise<Buffer> {
    return this.#until(0);
  }

  async bytes(length: number): Promise<Buffer> {
    while (this.#held.length < length) await this.#more();
    return this.#take(length, 0);
  }

  async #until(byte: number): Promise<Buffer> {
    let searched = 0;
    for (;;) {
      const end = this.#held.indexOf(byte, searched);
      if (end >= 0) return this.#take(end, 1);
      searched = this.#held.length;
      await this.#more();
    }
  }

  #take(length: number, skip: number): Buffer {
    const taken = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length + skip);
    return taken;
  }

  async #more(): Promise<void> {
    if (this.over) {
      // Advice may follow the line that says what is wrong.
      const lines = this.#stderr.trim().split("\n");
      const reason = lines.findLast((line) => line.startsWith("fatal: ")) ?? (lines.at(-1) || "it ended without a word");
      throw new NerveError("environment", `git ${this.#name} failed: ${reason}`);
    }
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    this.#wake = undefined;
  }
}
