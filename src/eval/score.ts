import { type ConflictKind, conflictKinds } from "../model/conflict.ts";
import type { Verdict } from "./verdict.ts";

/** How well one kind of conflict is told. */
export interface Score {
  readonly kind: ConflictKind;
  /** How many conflicts should have been raised. */
  readonly expected: number;
  /** How many of them were. */
  readonly found: number;
  /** How many others were. */
  readonly noise: number;
  /** Of what was raised, how much was right; null when nothing was raised. */
  readonly precision: number | null;
  /** Of what should have been raised, how much was; null when nothing should have been. */
  readonly recall: number | null;
  /** Conflicts that nobody expected, for each scenario. */
  readonly noisePerScenario: number;
  /** Whether precision and recall reach what `gates` asks of the kind. */
  readonly passes: boolean;
}

/** The least that precision and recall must be. The scenarios are small and their truth is known, so nothing less than all of it will do. */
export const gates: Readonly<Record<ConflictKind, { readonly precision: number; readonly recall: number }>> = {
  merge_conflict: { precision: 1, recall: 1 },
  migration_order: { precision: 1, recall: 1 },
  semantic_conflict: { precision: 1, recall: 1 },
  same_symbol: { precision: 1, recall: 1 },
  duplicate_symbol: { precision: 1, recall: 1 },
  dependency_drift: { precision: 1, recall: 1 },
  stale_generated: { precision: 1, recall: 1 },
  same_file: { precision: 1, recall: 1 },
  same_package: { precision: 1, recall: 1 },
};

/** The scores of all kinds, strongest kind first. */
export const scoresOf = (verdicts: readonly Verdict[]): Score[] =>
  conflictKinds.map((kind) => {
    const count = (list: (verdict: Verdict) => readonly { readonly kind: ConflictKind }[]): number =>
      verdicts.flatMap(list).filter((one) => one.kind === kind).length;
    const found = count((verdict) => verdict.found);
    const expected = found + count((verdict) => verdict.missed);
    const noise = count((verdict) => verdict.noise);
    const precision = ratio(found, found + noise);
    const recall = ratio(found, expected);
    const passes = (precision ?? 1) >= gates[kind].precision && (recall ?? 1) >= gates[kind].recall;
    return { kind, expected, found, noise, precision, recall, noisePerScenario: ratio(noise, verdicts.length) ?? 0, passes };
  });

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
