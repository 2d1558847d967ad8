import { comparePosition, type Position } from "../model/event.ts";

/**
 * Many logs in the one order all clones agree on. Within a log the clock only rises, so merging the heads is enough: memory stays the same
 * however long the logs are. Logs that come newest first are merged newest first with `newestFirst`.
 */
export const inOrder = <T extends Position>(logs: readonly AsyncIterable<T>[]): AsyncGenerator<T> => merged(logs, comparePosition);

export const newestFirst = <T extends Position>(logs: readonly AsyncIterable<T>[]): AsyncGenerator<T> =>
  merged(logs, (a, b) => comparePosition(b, a));

async function* merged<T>(logs: readonly AsyncIterable<T>[], compare: (a: T, b: T) => number): AsyncGenerator<T> {
  const heads: { value: T; rest: AsyncIterator<T> }[] = [];
  try {
    for (const log of logs) {
      const rest = log[Symbol.asyncIterator]();
      const first = await rest.next();
      if (!first.done) heads.push({ value: first.value, rest });
    }
    for (;;) {
      const head = least(heads, compare);
      if (!head) return;
      yield head.value;
      const next = await head.rest.next();
      if (next.done) heads.splice(heads.indexOf(head), 1);
      else head.value = next.value;
    }
  } finally {
    // Whoever stops early must not leave git processes behind.
    await Promise.all(heads.map(({ rest }) => rest.return?.()));
  }
}

const least = <T, H extends { value: T }>(heads: readonly H[], compare: (a: T, b: T) => number): H | undefined => {
  let [least] = heads;
  for (const head of heads) if (least && compare(head.value, least.value) < 0) least = head;
  return least;
};
