import type { Evaluation } from "./evaluate.ts";
import type { Seen } from "./play.ts";
import type { Expected, SideName } from "./scenario.ts";
import { gates, type Score } from "./score.ts";

/** What `git nerve eval --json` prints. */
export interface Report {
  readonly passes: boolean;
  readonly scenarios: number;
  readonly kinds: readonly (Score & { readonly gate: { readonly precision: number; readonly recall: number } })[];
  readonly failures: readonly Failure[];
}

export interface Failure {
  readonly name: string;
  readonly expected: readonly Told[];
  readonly seen: readonly Told[];
  /** Of `expected`, what was not raised. */
  readonly missed: readonly Told[];
  /** Of `seen`, what was not expected. */
  readonly noise: readonly Told[];
  readonly disagreements: readonly string[];
  /** Why the program broke down; null when it did not. */
  readonly failure: string | null;
}

/** A conflict that was expected or raised. Of an expected one only what is said of it is there. */
export interface Told extends Pick<Expected, "kind" | "files" | "place" | "severity"> {
  readonly between: readonly [SideName, SideName];
  readonly summary?: string;
}

export const reportOf = ({ passes, verdicts, scores, failures }: Evaluation): Report => ({
  passes,
  scenarios: verdicts.length,
  kinds: scores.map((score) => ({ ...score, gate: gates[score.kind] })),
  failures: failures.map(({ scenario, sensed, missed, noise, disagreements, failure }) => ({
    name: scenario.name,
    expected: scenario.expected.map(told),
    seen: sensed.map(told),
    missed: missed.map(told),
    noise: noise.map(told),
    disagreements,
    failure,
  })),
});

const told = (one: Expected | Seen): Told => ({ ...one, between: one.between ?? ["alice", "bob"] });
