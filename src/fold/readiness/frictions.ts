import type { Json, JsonObject } from "../../base/canonical-json.ts";
import type { ConflictKind, ConflictRecord } from "../../model/conflict.ts";
import type { AgentId } from "../../model/ids.ts";
import type { Severity } from "../../model/severity.ts";
import { standsOn, type Work } from "./work.ts";

/** What stands between works, each by its place in a list. */
export interface Frictions {
  readonly size: number;
  /** How much there is to settle between two of them, 0 for nothing. Symmetric. */
  weight(a: number, b: number): number;
  /** How much of that is `a` changing what `b` uses: `b` can adapt to it, and `a` cannot know how `b` uses it. */
  precedes(a: number, b: number): number;
  /** Whether `a` contains the commits of `b`. */
  standsOn(a: number, b: number): boolean;
}

const weights: Readonly<Record<Severity, number>> = { blocking: 40, high: 10, medium: 3, low: 1, info: 0 };

/** The frictions between `works` by the open conflicts among their agents. */
export const frictionsBetween = (works: readonly Work[], conflicts: readonly ConflictRecord[]): Frictions => {
  const places = new Map(works.map(({ agent }, place) => [agent.id, place]));
  const grid = () => works.map(() => works.map(() => 0));
  const [weight, precedes] = [grid(), grid()];
  for (const conflict of conflicts) {
    const [a, b] = conflict.agents.map(({ id }) => places.get(id));
    if (a === undefined || b === undefined) continue;
    const heavy = weights[conflict.severity];
    add(weight, a, b, heavy);
    add(weight, b, a, heavy);
    const first = places.get(findDefiner(conflict) ?? "");
    if (first !== undefined) add(precedes, first, first === a ? b : a, heavy);
  }
  return {
    size: works.length,
    weight: (a, b) => weight[a]?.[b] ?? 0,
    precedes: (a, b) => precedes[a]?.[b] ?? 0,
    standsOn: (a, b) => {
      const [one, other] = [works[a], works[b]];
      return one !== undefined && other !== undefined && a !== b && standsOn(one, other);
    },
  };
};

const add = (grid: number[][], a: number, b: number, amount: number): void => {
  const row = grid[a];
  if (row) row[b] = (row[b] ?? 0) + amount;
};

/** What the evidence says of one side that changes what the other one builds on, by kinds of conflict that can be of that sort. */
const marks: Readonly<Partial<Record<ConflictKind, (side: JsonObject) => boolean>>> = {
  semantic_conflict: (side) => "did" in side,
  stale_generated: ({ sources }) => Array.isArray(sources) && sources.length > 0,
};

/** Who of the two changes what the other one builds on; undefined for none or both. In the evidence, `ours` is the first of the agents. */
const findDefiner = ({ kind, evidence, agents: [ours, theirs] }: ConflictRecord): AgentId | undefined => {
  const [ourDoing, theirDoing] = [evidence["ours"], evidence["theirs"]].map((side) => isObject(side) && marks[kind]?.(side) === true);
  if (ourDoing === theirDoing) return undefined;
  return ourDoing ? ours?.id : theirs?.id;
};

const isObject = (side: Json | undefined): side is JsonObject => typeof side === "object" && side !== null && !Array.isArray(side);
