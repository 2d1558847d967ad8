import { comparePosition } from "../model/event.ts";
import type { LogCommit } from "./chain.ts";

/**
 * The commits of many logs in the one order all clones agree on. Within a log the clock only rises, so merging the heads is enough: memory
 * stays the same however long the logs are.
 */
export async function* inOrder(logs: readonly AsyncIterable<LogCommit>[]): AsyncGenerator<LogCommit> {
  const heads: { commit: LogCommit; rest: AsyncIterator<LogCommit> }[] = [];
  for (const log of logs) {
    const rest = log[Symbol.asyncIterator]();
    const first = await rest.next();
    if (!first.done) heads.push({ commit: first.value, rest });
  }
  while (heads.length > 0) {
    let least = 0;
    for (let i = 1; i < heads.length; i++) {
      const [a, b] = [heads[i], heads[least]];
      if (a && b && comparePosition(a.commit, b.commit) < 0) least = i;
    }
    const head = heads[least];
    if (!head) return;
    yield head.commit;
    const next = await head.rest.next();
    if (next.done) heads.splice(least, 1);
    else head.commit = next.value;
  }
}
