import { type Nerve, openNerve } from "../app/nerve.ts";
import type { Output } from "./output.ts";

/** Signals that ask for an end, in a way that leaves time for one. */
const endings = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** What one invocation opens, how it ends, and with which code. */
export class Run {
  readonly out: Output;
  code = 0;
  readonly #end = new AbortController();
  #nerve: Promise<Nerve> | undefined;

  constructor(out: Output) {
    this.out = out;
  }

  nerve(cwd: string): Promise<Nerve> {
    this.out.progress("looking at the worktrees");
    this.#nerve ??= openNerve(cwd, (sentence) => this.out.note(sentence));
    return this.#nerve;
  }

  /** Asks what runs to come to its end. */
  end(signal: NodeJS.Signals): void {
    this.#end.abort(signal);
  }

  /** Aborted by the first signal, whose name is the reason. From now on signals do not kill: who asks for this sees to its own end. */
  untilEnded(): AbortSignal {
    // Not once: wrappers such as npx and timeout pass on a signal that the terminal has sent to the whole group already.
    for (const signal of endings) process.on(signal, () => this.end(signal));
    return this.#end.signal;
  }

  async close(): Promise<void> {
    const nerve = await this.#nerve?.catch(() => undefined);
    await nerve?.close();
    this.out.close();
  }
}
