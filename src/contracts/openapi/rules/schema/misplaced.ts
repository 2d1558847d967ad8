import { finding, type Goal, saying, type SchemaPair, type SchemaRule } from "../../../schema/goal.ts";
import { atomsAt, namesIn } from "../../../schema/places.ts";
import { placeName } from "../../../documents/pointer.ts";
import type { LimitKeyword } from "../../../schema/shape.ts";
import { allTypes, numeric, typeBits, type Types } from "../../../schema/types.ts";

/**
 * Keywords that say nothing of the type that they stand beside: `minItems` of a string, `properties` of a list. Who tightens one means it;
 * it is rather the type that is wrong.
 */
export const misplaced: SchemaRule = {
  id: "misplaced",

  *check(pair) {
    const { g, a, conjoin } = pair;
    // Where the types are no longer the same, that is what there is to say.
    if (g.types === 0 || g.types !== a.types || g.types === allTypes) return;
    yield* limits(pair);
    yield* formats(pair);
    if (g.types & typeBits.object) return;
    const names = namesIn(g);
    for (const name of namesIn(a)) {
      if (names.has(name)) yield { kind: "pair", given: conjoin(atomsAt(g, name)), asked: conjoin(atomsAt(a, name)) };
    }
    for (const [name, at] of a.required) if (!g.required.has(name) && names.has(name)) yield said(pair, at, `property ${name}`);
  },
};

const limits = function* (pair: SchemaPair): Generator<Goal> {
  const { g, a } = pair;
  for (const [keyword, type] of typesOfLimits) {
    const [given, asked] = [g.limits[keyword], a.limits[keyword]];
    if (g.types & type || !given || !asked) continue;
    if (keyword.startsWith("max") ? given.value > asked.value : given.value < asked.value) yield said(pair, asked.at, keyword);
  }
  if (g.types & numeric) return;
  if (g.lower && a.lower && g.lower.value < a.lower.value) yield said(pair, a.lower.at, "minimum");
  if (g.upper && a.upper && g.upper.value > a.upper.value) yield said(pair, a.upper.at, "maximum");
};

/** Only formats that both sides have: what is a format of which type is not for all to know. */
const formats = function* (pair: SchemaPair): Generator<Goal> {
  const { g, a } = pair;
  if (g.types & typeBits.string || !(g.types & numeric)) return;
  for (const { value, at } of a.formats) {
    if (g.formats.length === 0 || /^(?:u?int|float|double|decimal|number)/.test(value)) continue;
    if (!g.formats.some((other) => other.value === value)) yield said(pair, at, `format ${value}`);
  }
};

const typesOfLimits: readonly (readonly [LimitKeyword, Types])[] = [
  ["minLength", typeBits.string],
  ["maxLength", typeBits.string],
  ["minItems", typeBits.array],
  ["maxItems", typeBits.array],
  ["minProperties", typeBits.object],
  ["maxProperties", typeBits.object],
];

const said = (pair: SchemaPair, at: string, what: string): Goal =>
  finding(
    "misplaced",
    at,
    saying(
      pair,
      `${placeName(at)} is asked for a stricter ${what}, which its type does not go with.`,
      `${placeName(at)} may be looser in its ${what}, which its type does not go with.`,
    ),
  );
