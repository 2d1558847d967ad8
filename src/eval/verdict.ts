import type { Played, Seen } from "./play.ts";
import type { Expected, Scenario } from "./scenario.ts";

/** How a scenario went. */
export interface Verdict {
  readonly scenario: Scenario;
  readonly sensed: readonly Seen[];
  /** What was rightly raised. */
  readonly found: readonly Expected[];
  /** Expected and not raised. */
  readonly missed: readonly Expected[];
  /** Raised and not expected. */
  readonly noise: readonly Seen[];
  /** What only one of the two ways sees, the worktrees' or the commits'; as sentences. */
  readonly disagreements: readonly string[];
  /** Why it could not be played to its end: then nothing was found. Null when it was. */
  readonly failure: string | null;
}

/** Whether that is all as it should be. */
export const isRight = ({ missed, noise, disagreements, failure }: Verdict): boolean =>
  failure === null && missed.length + noise.length + disagreements.length === 0;

/** Of a scenario in which the program broke down. */
export const failedVerdict = (scenario: Scenario, failure: string): Verdict => ({
  ...{ scenario, failure, missed: scenario.expected },
  ...{ sensed: [], found: [], noise: [], disagreements: [] },
});

/** Holds what was raised against what was expected. Each conflict answers for one expectation. */
export const verdictOn = (scenario: Scenario, { sensed, detected }: Played): Verdict => {
  const noise = [...sensed];
  const found: Expected[] = [];
  const missed: Expected[] = [];
  for (const expected of scenario.expected) {
    const at = noise.findIndex((one) => meets(one, expected));
    if (at >= 0) noise.splice(at, 1);
    (at >= 0 ? found : missed).push(expected);
  }
  const disagreements = [...only(sensed, detected, "worktrees"), ...only(detected, sensed, "commits")];
  return { scenario, sensed, found, missed, noise, disagreements, failure: null };
};

const meets = (seen: Seen, { kind, files, place, severity, between = ["alice", "bob"] }: Expected): boolean =>
  seen.kind === kind &&
  isSame(seen.files, files) &&
  isSame(seen.between, between) &&
  (place === undefined || seen.place === place) &&
  (severity === undefined || seen.severity === severity);

const isSame = (some: readonly string[], others: readonly string[]): boolean => sorted(some) === sorted(others);
const sorted = (names: readonly string[]): string => JSON.stringify([...names].sort());

const only = (some: readonly Seen[], others: readonly Seen[], where: string): string[] => {
  const known = new Set(others.map(identity));
  return some
    .filter((one) => !known.has(identity(one)))
    .map(({ kind, place }) => `only between ${where}: ${kind} at ${place || "the pair"}`);
};

const identity = ({ kind, severity, place, files, summary, between }: Seen): string =>
  JSON.stringify([kind, severity, place, files, summary, between]);
