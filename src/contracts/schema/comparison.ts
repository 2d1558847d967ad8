import { acceptance } from "./accepts.ts";
import type { Atom } from "./atom.ts";
import { carried } from "./carried.ts";
import { type Conjunction, conjunctions } from "./conjunction.ts";
import { emptiness } from "./empty.ts";
import { expand } from "./expand.ts";
import type { Goal, SchemaFinding, SchemaRule, Way } from "./goal.ts";
import { priceOf, priceOfConditions, priceOfParts, priceOfSample, priceOfShape, priceOfStep } from "./prices.ts";
import { reach, type Telling } from "./reach.ts";
import { type Sameness, sameness } from "./sameness.ts";
import { schemaRules } from "./rules/index.ts";
import type { Shape } from "./shape.ts";
import { sampling } from "./samples.ts";
import { shapeOf } from "./shape-of.ts";

export interface ComparisonOptions {
  readonly way: Way;
  /**
   * Whether a property that one side does not mention is taken to be absent. By the letter, an open object lets it be anything, so that
   * giving it a schema narrows; who adds an optional property rarely means that.
   */
  readonly tolerant?: boolean;
  /** All of them unless told. */
  readonly rules?: readonly SchemaRule[];
  /** How many pairs of schemas are looked at before nobody knows; 100,000 unless told. Pairs with many choices count for more. */
  readonly mostPairs?: number;
  /** Shared by comparisons of the same documents. */
  readonly same?: Sameness;
}

/** Comparisons of schemas of two versions, one way. */
export interface SchemaComparison {
  /**
   * In which ways the values of one schema break with the other, and remarks of lesser levels; undefined if there were too many pairs to
   * look at. `before` and `after` are schemas of the two versions, whatever the way. Each finding comes once, and as the same object again for
   * other schemas.
   */
  findings(before: Atom, after: Atom): readonly SchemaFinding[] | undefined;
}

/**
 * Compares schemas as a graph of pairs. Each pair is looked at once, however many schemas lead to it, and leads to further pairs: all
 * of these have to hold, or one of several. Schemas refer to themselves, so a pair counts as holding until it is shown not to: truth is the
 * greatest solution, found by taking back whatever rested on a pair that fell. Only then is it asked what a schema reaches. Results of
 * unfinished loops are never kept.
 *
 *     const before = schemaDocuments(new Map([["openapi.yaml", oldRoot]]), () => dialect);
 *     const after = schemaDocuments(new Map([["openapi.yaml", newRoot]]), () => dialect);
 *     const requests = schemaComparison({ way: "narrowing", tolerant: true });
 *     const pointer = "/components/schemas/Pet";
 *     requests.findings(before.at("openapi.yaml", pointer), after.at("openapi.yaml", pointer));
 *
 * What somebody sends breaks when it narrows, what somebody receives when it widens: one comparison for each, asked for as many schemas as
 * there are. Each has documents of its own where the dialect differs (`hides`). Findings carry ids without a format; the caller adds the
 * format, the direction and, if need be, a level of its own.
 */
export const schemaComparison = ({
  way,
  tolerant = false,
  rules = schemaRules,
  mostPairs = 100_000,
  same = sameness(),
}: ComparisonOptions): SchemaComparison => {
  const conjoin = conjunctions();
  const shapes = new Map<Conjunction, Shape>();
  const nodes = new Map<number, PairNode>();
  const open: PairNode[] = [];
  const said = new Map<string, SchemaFinding>();
  let spent = 0;

  const shape = (conjunction: Conjunction): Shape => {
    const known = shapes.get(conjunction);
    if (known) return known;
    const made = shapeOf(conjunction);
    shapes.set(conjunction, made);
    spent += priceOfShape;
    return made;
  };

  const isEmpty = emptiness(conjoin, shape);
  const accepts = acceptance(conjoin, shape, (steps) => void (spent += steps * priceOfStep));
  const samples = sampling(conjoin, shape, () => void (spent += priceOfSample));
  const isSame = same.ofOne;

  const nodeOf = (given: Conjunction, asked: Conjunction, direct: boolean): PairNode => {
    const key = (given.id * mostConjunctions + asked.id) * 2 + Number(direct);
    const known = nodes.get(key);
    if (known) return known;
    const goal = same.ofAll(given, asked) ? nothing : undefined;
    const node: PairNode = { given, asked, direct, goal, holds: true, restsOnIt: undefined };
    nodes.set(key, node);
    if (goal !== undefined) return node;
    spent += 1;
    open.push(node);
    return node;
  };

  const goalOf = (node: PairNode): OpenGoal => {
    if (node.goal !== undefined) return node.goal;
    const { given, asked, direct } = node;
    const whole = (): Goal => {
      const [g, a] = [shape(given), shape(asked)];
      spent += priceOfParts(Math.max(g.objects.length, a.objects.length));
      spent += priceOf(g.choices.length) + priceOfConditions(g.conditionals.length + a.conditionals.length, given.atoms.length);
      // Nobody will hear of it any more.
      if (spent > mostPairs) return { kind: "all", goals: [] };
      return expand({ way, given, asked, g, a, tolerant, direct, conjoin, shape, isEmpty, accepts, samples, isSame }, rules);
    };
    return (node.goal = opened(carried({ given, asked, tolerant, conjoin }, same, whole) ?? whole()));
  };

  const holds = (goal: OpenGoal, owner: PairNode): boolean => {
    switch (goal.kind) {
      case "finding":
        return goal.finding.level !== "breaking";
      case "pair": {
        const node = nodeOf(goal.given, goal.asked, owner.direct || goal.direct === true);
        if (node.holds && node.goal !== nothing) (node.restsOnIt ??= new Set()).add(owner);
        return node.holds;
      }
      case "all":
        return goal.goals.every((one) => holds(one, owner));
      case "any":
        // What failed once has failed for good, so options are gone through once.
        while (goal.current && !holds(goal.current, owner)) goal.current = nextOf(goal.options);
        return goal.current !== undefined;
    }
  };

  const settle = (): void => {
    while (open.length > 0 && spent <= mostPairs) {
      const node = open.pop();
      if (!node?.holds || holds(goalOf(node), node)) continue;
      node.holds = false;
      if (node.restsOnIt) open.push(...node.restsOnIt);
    }
  };

  /** Whether a goal holds when all that it leads to is settled. */
  const isSettled = (goal: OpenGoal, owner: PairNode): boolean => {
    let verdict = holds(goal, owner);
    while (open.length > 0 && spent <= mostPairs) {
      settle();
      verdict = holds(goal, owner);
    }
    return verdict;
  };

  /** What there is to say of a pair itself, and the pairs that it leads to. */
  const told = (node: PairNode): Telling<PairNode, SchemaFinding> => {
    const found: SchemaFinding[] = [];
    const further = new Set<PairNode>();
    const visit = (goal: OpenGoal): void => {
      if (spent > mostPairs) return;
      const holding = isSettled(goal, node);
      if (goal.kind === "finding") found.push(once(goal.finding));
      else if (goal.kind === "all") for (const one of goal.goals) visit(one);
      else if (goal.kind === "any") visit(goal.current ?? (goal.reason ??= opened(goal.otherwise())));
      else if (!holding && goal.instead) found.push(once(goal.instead()));
      else further.add(nodeOf(goal.given, goal.asked, node.direct || goal.direct === true));
    };
    visit(goalOf(node));
    return { found, further: [...further] };
  };

  /** Many pairs say the same. */
  const once = (finding: SchemaFinding): SchemaFinding => {
    const key = JSON.stringify([finding.rule, finding.at, finding.message]);
    const known = said.get(key) ?? finding;
    said.set(key, known);
    return known;
  };

  const explained = reach(told);

  return {
    findings(before, after) {
      const [given, asked] = way === "narrowing" ? [before, after] : [after, before];
      const root = nodeOf(conjoin([given]), conjoin([asked]), false);
      settle();
      const found = spent > mostPairs ? [] : explained(root);
      return spent > mostPairs ? undefined : found;
    },
  };
};

/** Of pairs that there is nothing to say of. */
const nothing: OpenGoal = { kind: "all", goals: [] };

/** Two numbers below it make one that is exact. */
const mostConjunctions = 2 ** 26;

interface PairNode {
  readonly given: Conjunction;
  readonly asked: Conjunction;
  /** As in `PairGoal`, for everything below. */
  readonly direct: boolean;
  goal: OpenGoal | undefined;
  /** Until it is shown not to. */
  holds: boolean;
  /** To be looked at again should this one fall. */
  restsOnIt: Set<PairNode> | undefined;
}

/** A goal, and how far its options were tried. */
type OpenGoal =
  | Exclude<Goal, { kind: "all" | "any" }>
  | { readonly kind: "all"; readonly goals: readonly OpenGoal[] }
  | {
      readonly kind: "any";
      readonly options: Iterator<Goal>;
      current: OpenGoal | undefined;
      reason?: OpenGoal;
      readonly otherwise: () => Goal;
    };

const opened = (goal: Goal): OpenGoal => {
  if (goal.kind === "all") return { kind: "all", goals: goal.goals.map(opened) };
  if (goal.kind === "any") return { ...goal, current: nextOf(goal.options) };
  return goal;
};

const nextOf = (options: Iterator<Goal>): OpenGoal | undefined => {
  const next = options.next();
  return next.done ? undefined : opened(next.value);
};
