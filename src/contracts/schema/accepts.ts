import type { Json, JsonObject } from "../../base/canonical-json.ts";
import type { Atom, Choice } from "./atom.ts";
import { branchesFor } from "./choice-index.ts";
import type { Conjoin, Conjunction } from "./conjunction.ts";
import { isList, isObject, jsonKey, member, membership } from "../documents/json.ts";
import { matches } from "./pattern.ts";
import { atomsAt, itemAtomsAt } from "./places.ts";
import type { Conditional, Shape } from "./shape.ts";
import { typeOfValue } from "./types.ts";

/** Whether a value satisfies a schema; undefined where that is not decided (a pattern that might not end, a reference to nowhere). */
export type Accepts = (schema: Conjunction, value: Json) => boolean | undefined;

/** Formats are not looked at. Ends after a bounded number of steps, undecided; `spend` is told how many it were. */
export const acceptance = (conjoin: Conjoin, shape: (conjunction: Conjunction) => Shape, spend: (steps: number) => void): Accepts => {
  const listed = new Map<Shape, (value: Json) => boolean>();
  let steps = 0;

  const holds = (atoms: readonly Atom[], value: Json): Verdict => {
    steps += 1;
    if (steps > mostSteps) return undefined;
    const conjunction = conjoin(atoms);
    const wanted = shape(conjunction);
    const type = typeOfValue(value);
    if ((wanted.types & type) === 0) return false;
    if (wanted.valuesAt !== undefined && !isListed(wanted, value)) return false;
    return every([
      () => (wanted.unresolved.length === 0 ? true : undefined),
      () => scalarHolds(wanted, value),
      () => (isList(value) ? listHolds(wanted, value) : isObject(value) ? objectHolds(wanted, value) : true),
      ...wanted.negations.map((atom) => () => opposite(holds([atom], value))),
      ...wanted.choices.map((choice) => () => choiceHolds(choice, value)),
      ...wanted.conditionals.map((conditional) => () => conditionalHolds(conditional, value)),
    ]);
  };

  const isListed = (wanted: Shape, value: Json): boolean => {
    const known = listed.get(wanted) ?? membership(wanted.values ?? []);
    listed.set(wanted, known);
    return known(value);
  };

  const choiceHolds = (choice: Choice, value: Json): Verdict => {
    const { kind, exclusive } = choice;
    const isOnlyOne = kind === "oneOf" && !exclusive;
    let sure = 0;
    let undecided = false;
    for (const branch of branchesFor(choice, value)) {
      const verdict = holds([branch], value);
      if (verdict === true) sure += 1;
      else if (verdict === undefined) undecided = true;
      if (sure > 0 && !isOnlyOne) return true;
      if (sure > 1) return false;
    }
    return undecided ? undefined : sure === 1;
  };

  const conditionalHolds = ({ test, met, unmet }: Conditional, value: Json): Verdict => {
    const verdict = holds([test], value);
    if (verdict === undefined) return undefined;
    const branch = verdict ? met : unmet;
    return branch ? holds([branch], value) : true;
  };

  const listHolds = (wanted: Shape, list: readonly Json[]): Verdict => {
    const { minItems, maxItems } = wanted.limits;
    if (list.length < (minItems?.value ?? 0) || list.length > (maxItems?.value ?? Number.POSITIVE_INFINITY)) return false;
    if (wanted.uniqueAt !== undefined && new Set(list.map(jsonKey)).size < list.length) return false;
    return every([
      ...list.map((item, index) => () => holds(itemAtomsAt(wanted, index), item)),
      ...wanted.contains.map(({ schema, least, most }) => () => {
        const verdicts = list.map((item) => holds([schema], item));
        if (verdicts.includes(undefined)) return undefined;
        const count = verdicts.filter(Boolean).length;
        return count >= least && count <= most;
      }),
    ]);
  };

  const objectHolds = (wanted: Shape, object: JsonObject): Verdict => {
    const names = Object.keys(object);
    const { minProperties, maxProperties } = wanted.limits;
    if (names.length < (minProperties?.value ?? 0) || names.length > (maxProperties?.value ?? Number.POSITIVE_INFINITY)) return false;
    if ([...wanted.required.keys()].some((name) => !Object.hasOwn(object, name))) return false;
    if (wanted.dependentRequired.some(({ on, needs }) => Object.hasOwn(object, on) && !Object.hasOwn(object, needs))) return false;
    return every([
      ...names.map((name) => () => holds(atomsAt(wanted, name), member(object, name) ?? null)),
      ...names.map((name) => () => holds(wanted.names, name)),
      ...wanted.dependentSchemas.map(
        ({ on, schema }) =>
          () =>
            Object.hasOwn(object, on) ? holds([schema], object) : true,
      ),
    ]);
  };

  return (schema, value) => {
    steps = 0;
    const verdict = holds(schema.atoms, value);
    spend(steps);
    return verdict;
  };
};

const mostSteps = 20_000;

type Verdict = boolean | undefined;

const opposite = (verdict: Verdict): Verdict => (verdict === undefined ? undefined : !verdict);

/** False as soon as one is; undecided where one is and none is false. */
const every = (checks: readonly (() => Verdict)[]): Verdict => {
  let all: Verdict = true;
  for (const check of checks) {
    const verdict = check();
    if (verdict === false) return false;
    if (verdict === undefined) all = undefined;
  }
  return all;
};

const scalarHolds = ({ lower, upper, multiples, limits, patterns }: Shape, value: Json): Verdict => {
  if (typeof value === "number") {
    if (lower && (value < lower.value || (lower.exclusive && value === lower.value))) return false;
    if (upper && (value > upper.value || (upper.exclusive && value === upper.value))) return false;
    return multiples.every((step) => isMultiple(value, step.value));
  }
  if (typeof value !== "string") return true;
  const length = [...value].length;
  if (length < (limits.minLength?.value ?? 0) || length > (limits.maxLength?.value ?? Number.POSITIVE_INFINITY)) return false;
  return every(patterns.map((pattern) => () => matches(pattern.value, value)));
};

/** With room for what decimal fractions lose in binary: 0.3 is a multiple of 0.1. */
export const isMultiple = (value: number, step: number): boolean => {
  const times = value / step;
  return Math.abs(times - Math.round(times)) <= 1e-9 * Math.max(1, Math.abs(times));
};
