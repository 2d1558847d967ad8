import type { Hint } from "../worktree/watch.ts";
import type { Hints } from "./look.ts";

/** Waits this long after a hint for the next one: an editor saves in several steps. */
const quietMs = 30;

/** And never longer than this since the first: whoever writes without pause is heard all the same. */
const patienceMs = 200;

/** Gathers hints until somebody has time for them. */
export class HintQueue {
  #worktrees = new Map<string, Set<string> | null>();
  #refs = false;
  #any = false;
  #first = 0;
  #last = 0;
  #wake: (() => void) | undefined;

  add(hint: Hint): void {
    const now = Date.now();
    if (!this.#any) this.#first = now;
    this.#any = true;
    this.#last = now;
    if (hint.kind === "repository") this.#refs = true;
    if (hint.kind === "worktree") {
      const known = this.#worktrees.get(hint.id);
      if (hint.paths === null) this.#worktrees.set(hint.id, null);
      else if (known !== null) this.#worktrees.set(hint.id, new Set([...(known ?? []), ...hint.paths]));
    }
    this.#wake?.();
  }

  /** All hints since the last call, once they have come to rest; undefined when `timeout` milliseconds brought none or `signal` said stop. */
  async next(timeout: number, signal: AbortSignal): Promise<Hints | undefined> {
    if (!this.#any) await this.#woken(timeout, signal);
    while (this.#any && !signal.aborted) {
      const wait = Math.min(this.#last + quietMs, this.#first + patienceMs) - Date.now();
      if (wait <= 0) return this.#take();
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
    return undefined;
  }

  #take(): Hints {
    const worktrees = new Map([...this.#worktrees].map(([id, paths]) => [id, paths && [...paths]]));
    const hints = { worktrees, refs: this.#refs };
    this.#worktrees = new Map();
    this.#refs = false;
    this.#any = false;
    return hints;
  }

  #woken(timeout: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", end);
        this.#wake = undefined;
        resolve();
      };
      const timer = setTimeout(end, timeout);
      signal.addEventListener("abort", end);
      if (signal.aborted) return end();
      this.#wake = end;
    });
  }
}
