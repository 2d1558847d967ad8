/**
 * Runs `work` on each item, at most `most` at a time; results are in the order of `items`. Throws what the first one threw, or the reason of
 * an aborted `signal`, once none is running any more.
 */
export const atOnce = async <T, R>(
  most: number,
  items: readonly T[],
  signal: AbortSignal | undefined,
  work: (item: T) => Promise<R>,
): Promise<R[]> => {
  const results = new Map<number, R>();
  const stopped = new AbortController();
  const stop = signal ? AbortSignal.any([signal, stopped.signal]) : stopped.signal;
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [place, item] of queue) {
      stop.throwIfAborted();
      results.set(place, await work(item));
    }
  };
  const running = Array.from({ length: most }, () => worker().catch((error: unknown) => stopped.abort(error)));
  await Promise.all(running);
  stop.throwIfAborted();
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
};
