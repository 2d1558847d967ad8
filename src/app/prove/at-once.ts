/** Runs `work` on each item, at most `most` at a time; results are in the order of `items`. Stops when `signal` is aborted, by throwing. */
export const atOnce = async <T, R>(
  most: number,
  items: readonly T[],
  signal: AbortSignal | undefined,
  work: (item: T) => Promise<R>,
): Promise<R[]> => {
  const results = new Map<number, R>();
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [place, item] of queue) {
      signal?.throwIfAborted();
      results.set(place, await work(item));
    }
  };
  await Promise.all(Array.from({ length: most }, worker));
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
};
