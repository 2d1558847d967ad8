import type { Level } from "../change.ts";
import type { Accepts } from "./accepts.ts";
import type { Atom } from "./atom.ts";
import type { Conjoin, Conjunction } from "./conjunction.ts";
import type { Samples } from "./samples.ts";
import type { Shape } from "./shape.ts";

/**
 * Which way a comparison looks. Both ask whether every value of one side, `given`, is one of the other side, `asked`.
 * `narrowing`: what the old schema accepts, the new one has to (`given` is old). `widening`: what the new one lets out, the old one has
 * to know (`given` is new).
 */
export type Way = "narrowing" | "widening";

/** One way in which `given` holds values that `asked` does not. */
export interface SchemaFinding {
  /** Id of the rule, without a format: "min-length". */
  readonly rule: string;
  readonly level: Level;
  /** Pointer to the keyword that refuses, in the document of `asked`. */
  readonly at: string;
  readonly message: string;
}

/**
 * What has to be shown for `given` to be included in `asked`. A finding that breaks cannot be shown; one that does not is noted on the way.
 * Of `any`, options are tried in order, and none before the one ahead of it has failed; when all have, `otherwise` says why.
 */
export type Goal =
  | { readonly kind: "finding"; readonly finding: SchemaFinding }
  | PairGoal
  | { readonly kind: "all"; readonly goals: readonly Goal[] }
  | { readonly kind: "any"; readonly options: Iterator<Goal>; readonly otherwise: () => Goal };

export interface PairGoal {
  readonly kind: "pair";
  readonly given: Conjunction;
  readonly asked: Conjunction;
  /** What to say if it fails, and not what fails within. */
  readonly instead?: () => SchemaFinding;
  /** To be shown without looking for contradictions in what is given, here and further down: a contradiction must not rest on itself. */
  readonly direct?: true;
}

/** What a rule sees: the two sides, and what it needs to look further down. */
export interface SchemaPair {
  readonly way: Way;
  readonly given: Conjunction;
  readonly asked: Conjunction;
  /** The shape of `given`. */
  readonly g: Shape;
  /** The shape of `asked`. */
  readonly a: Shape;
  /** Whether a property that `given` does not mention is taken to be absent, and not to be anything at all. */
  readonly tolerant: boolean;
  /** To be shown without looking for contradictions, as in `PairGoal`. */
  readonly direct: boolean;
  readonly conjoin: Conjoin;
  readonly shape: (conjunction: Conjunction) => Shape;
  /** Whether it is plain to see that no value satisfies it. */
  readonly isEmpty: (conjunction: Conjunction) => boolean;
  readonly accepts: Accepts;
  readonly samples: Samples;
  /** Whether two schemas are the same, with all that they refer to. */
  readonly isSame: (given: Atom, asked: Atom) => boolean;
}

/** One way in which a schema can refuse what another accepts. `id` is a name without a format: "min-length". */
export interface SchemaRule {
  readonly id: string;
  /** Whether it has something to say even where all values fit: it is about those who read the contract. */
  readonly remarks?: true;
  check(pair: SchemaPair): Iterable<Goal>;
}

/** A goal that nobody can reach, or, of a lesser level, a remark. */
export const finding = (rule: string, at: string, message: string, level: Level = "breaking"): Goal => ({
  kind: "finding",
  finding: { rule, level, at, message: message.replace(/^the value/, "The value") },
});

/** Whichever sentence fits the way of the comparison: what is asked for now, or what was asked for until now. */
export const saying = ({ way }: { readonly way: Way }, narrowing: string, widening: string): string =>
  way === "narrowing" ? narrowing : widening;
