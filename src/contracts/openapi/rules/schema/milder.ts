import type { Goal } from "../../../schema/goal.ts";

/**
 * A finding as dangerous and no more. Not where a schema is asked only to tell cases apart (`if`, `not`): there it is true or it is not, and
 * what is dangerous would pass for true.
 */
export const milder = (goal: Goal): Goal =>
  goal.kind === "finding" && !/\/(?:if|not)(?:\/|$)/.test(goal.finding.at)
    ? { ...goal, finding: { ...goal.finding, level: "dangerous" } }
    : goal;
