import { conflictKinds } from "../../model/conflict.ts";
import { compareSeverity } from "../../model/severity.ts";
import type { KindTally, ProvenWarning } from "./report.ts";

/** How many warnings of each kind and severity were confirmed, were noise, or stay open. */
export const tallyOf = (warnings: readonly Pick<ProvenWarning, "kind" | "severity" | "verdict">[]): KindTally[] => {
  const tallies = new Map<string, KindTally>();
  for (const { kind, severity, verdict } of warnings) {
    const key = `${kind} ${severity}`;
    const { warned, confirmed, noise, notAssessed } = tallies.get(key) ?? { warned: 0, confirmed: 0, noise: 0, notAssessed: 0 };
    tallies.set(key, {
      kind,
      severity,
      warned: warned + 1,
      confirmed: confirmed + (verdict === "confirmed" ? 1 : 0),
      noise: noise + (verdict === "noise" ? 1 : 0),
      notAssessed: notAssessed + (verdict === "not_assessed" ? 1 : 0),
    });
  }
  return [...tallies.values()].sort(
    (a, b) => conflictKinds.indexOf(a.kind) - conflictKinds.indexOf(b.kind) || compareSeverity(b.severity, a.severity),
  );
};

/** The middle one; of an even number the lower middle one. Null of none. */
export const medianOf = (numbers: readonly number[]): number | null =>
  [...numbers].sort((a, b) => a - b)[(numbers.length - 1) >> 1] ?? null;
