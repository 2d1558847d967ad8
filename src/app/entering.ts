import { filesChanged } from "../events/files-changed.ts";
import type { Digest } from "../model/digest.ts";
import type { Draft } from "../model/event.ts";
import type { AgentId } from "../model/ids.ts";

/** Files are told together when no more came for this long. */
const quietMs = 3000;

/** Enough to see what somebody is about; the digest has the rest. */
const mostFiles = 50;

/**
 * Files that newly entered the agents' change sets. Each is told once, when it enters; what is gone again before it was told never is. A
 * command tells at once, a watcher when the agent pauses: one event for a refactoring, not fifty.
 */
export class Entering {
  readonly #pending = new Map<AgentId, Set<string>>();
  #last = 0;

  /** Takes note of what entered between two states of the digests. */
  note(before: readonly Digest[], after: readonly Digest[], now: number): void {
    for (const digest of after) {
      const paths = new Set(digest.changes.map(({ path }) => path));
      const known = new Set(before.find(({ agent }) => agent === digest.agent)?.changes.map(({ path }) => path));
      const pending = new Set([...(this.#pending.get(digest.agent) ?? [])].filter((path) => paths.has(path)));
      for (const path of paths) {
        if (known.has(path)) continue;
        pending.add(path);
        this.#last = now;
      }
      if (pending.size > 0) this.#pending.set(digest.agent, pending);
      else this.#pending.delete(digest.agent);
    }
  }

  /** Milliseconds until there is something to tell; undefined when nothing waits. */
  dueIn(now: number): number | undefined {
    return this.#pending.size > 0 ? Math.max(0, this.#last + quietMs - now) : undefined;
  }

  /** What waits, to be told now. */
  take(digests: readonly Digest[]): Draft[] {
    const drafts = digests.flatMap((digest) => {
      const files = [...(this.#pending.get(digest.agent) ?? [])];
      return files.length > 0 ? [draftOf(digest, files)] : [];
    });
    this.#pending.clear();
    return drafts;
  }
}

const draftOf = ({ agent, name, branch }: Digest, files: readonly string[]): Draft => {
  const shown = files.slice(0, mostFiles);
  const more = files.length > 1 ? ` and ${files.length - 1} more` : "";
  return filesChanged.draft(
    { files: shown },
    { agent, summary: `${name} changes ${files[0]}${more}`, scope: { files: shown, ...(branch !== null && { branch }) } },
  );
};
