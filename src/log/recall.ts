import { readCommits } from "../git/commits.ts";
import type { Repository } from "../git/repository.ts";
import type { LogEvent, Position } from "../model/event.ts";
import type { Oid } from "../model/ids.ts";
import { type ChainHead, recalledEvents } from "./chain.ts";

/** A commit of the verified part of a log, read again. */
export interface RecalledCommit extends Position {
  readonly commit: Oid;
  readonly events: readonly LogEvent[];
}

/** The verified part of a log, newest first. */
export async function* recall(repository: Repository, { writer, tip }: ChainHead): AsyncGenerator<RecalledCommit> {
  if (!tip) return;
  for await (const slice of readCommits(repository, { tip, after: null, order: "newest first" })) {
    for (const stored of slice) {
      const events = recalledEvents(writer, stored);
      const [first] = events;
      if (first) yield { commit: stored.oid, writer, seq: first.seq, lamport: first.lamport, events };
    }
  }
}

/** The events of one commit of the verified part of a log; none when it is not that long. Sequence numbers have no gaps, so git can count. */
export const recallAt = async (repository: Repository, head: ChainHead, seq: number): Promise<readonly LogEvent[]> => {
  if (!head.tip || seq < 1 || seq > head.seq) return [];
  const range = { tip: head.tip, after: null, order: "newest first", skip: head.seq - seq, limit: 1 } as const;
  for await (const [stored] of readCommits(repository, range)) if (stored) return recalledEvents(head.writer, stored);
  return [];
};
