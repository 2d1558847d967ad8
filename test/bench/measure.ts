/** What one bench found. */
export interface Measurement {
  /** What is held against the budget: a ratio, or a figure in `unit`. */
  readonly value: number;
  readonly unit: "x" | "ms" | "MiB" | "lost";
  readonly budget: number;
  /** The figures behind it, for people. */
  readonly detail: string;
}

export interface Bench {
  readonly name: string;
  /** The line of the budget table. */
  readonly what: string;
  run(progress: (text: string) => void): Promise<Measurement[]>;
}

/** Milliseconds that `work` takes. */
export const timed = async (work: () => unknown): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/** The value that `share` of all values do not exceed; 0.5 is the median. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/**
 * Times two pieces of work in turn, A B A B …, after one round that does not count, so that a machine whose speed drifts does both the same harm.
 * The ratio is the median of the rounds' ratios.
 */
export const compared = async (
  rounds: number,
  ours: () => unknown,
  theirs: () => unknown,
): Promise<{ ratio: number; ours: number; theirs: number }> => {
  await ours();
  await theirs();
  const times: { ours: number; theirs: number }[] = [];
  for (let i = 0; i < rounds; i++) times.push({ ours: await timed(ours), theirs: await timed(theirs) });
  return {
    ratio: median(times.map((each) => each.ours / each.theirs)),
    ours: median(times.map((each) => each.ours)),
    theirs: median(times.map((each) => each.theirs)),
  };
};

/** `12.3 ms` */
export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
