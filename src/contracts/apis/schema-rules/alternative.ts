import type { Json } from "../../../base/canonical-json.ts";
import { type Atom, type Choice, derived } from "../../schema/atom.ts";
import { closest, likelyBranches } from "../../schema/candidates.ts";
import { finding, type Goal, saying, type SchemaPair, type SchemaRule } from "../../schema/goal.ts";
import { isObject, member, membership, quoted, sameJson, textsOf } from "../../documents/json.ts";
import { atomsAt, namesIn } from "../../schema/places.ts";
import { placeName } from "../../documents/pointer.ts";
import { typeBits, typeNames } from "../../schema/types.ts";
import { definitionOf, isAkin, isHalfKnown, sameBranches } from "./branches.ts";

/**
 * Values that fit none of the branches of `anyOf` or `oneOf`. An open object fits nearly every other by the letter, so between objects the
 * branch has to be the same or to know their properties: a cat is not taken for a dog because dogs may have whiskers.
 */
export const alternative: SchemaRule = {
  id: "alternative",

  *check(pair) {
    for (const choice of pair.a.choices) yield among(pair, choice);
    if (pair.a.choices.length > 0 || pair.g.choices.length === 0) return;
    // What was one thing alone is now one of several: each of them has to be looked at.
    const open = pair.g.choices.find((choice) => !isChosen(pair, choice));
    if (open && namesIn(pair.a).size > 0) {
      yield { kind: "any", options: [].values(), otherwise: () => finding("alternative", open.at, sentence(pair, open.at)) };
      return;
    }
    const stranger = pair.g.choices.find((choice) => isStrange(pair, choice));
    if (stranger) yield finding("alternative", stranger.at, sentence(pair, stranger.at));
  },
};

const among = (pair: SchemaPair, choice: Choice): Goal => ({
  kind: "any",
  options: options(pair, choice),
  otherwise() {
    const meant = meantBy(pair, choice);
    if (meant) return { kind: "pair", given: pair.given, asked: pair.conjoin([meant]) };
    return finding("alternative", choice.at, needs(pair, choice) ?? sentence(pair, choice.at));
  },
});

/** Whoever fits but is not akin has nothing to explain. */
const meantBy = (pair: SchemaPair, choice: Choice): Atom | undefined => {
  const [same] = sameBranches(pair, choice);
  if (same) return same;
  const list = listMeantBy(pair, choice);
  if (list) return list;
  const likely = closest(pair, choice);
  return likely && isAkin(pair, likely) && !isOtherKind(pair, likely) ? likely : undefined;
};

/** Whether a property that tells kinds apart has no value in common. */
const isOtherKind = ({ g, conjoin, shape }: SchemaPair, branch: Atom): boolean => {
  const asked = shape(conjoin([branch]));
  return [...namesIn(g)].some((name) => {
    const [own, others] = [g, asked].map((one) => shape(conjoin(atomsAt(one, name))).values);
    return own !== undefined && others !== undefined && !own.some((value) => others.some((other) => sameJson(value, other)));
  });
};

/** A list of values grows or shrinks where it stands: the branch that lists most of the same ones. */
const listMeantBy = ({ g, conjoin, shape }: SchemaPair, { branches }: Choice): Atom | undefined =>
  branches.slice(0, widest).find((branch) => {
    const { values } = shape(conjoin([branch]));
    if (g.values === undefined || values === undefined) return false;
    const shared = g.values.filter(membership(values)).length;
    return shared * 2 > Math.min(g.values.length, values.length);
  });

/** The same branch first. Of very many others, only some are tried. */
const options = function* (pair: SchemaPair, choice: Choice): Generator<Goal> {
  const same = sameBranches(pair, choice);
  for (const branch of same) yield { kind: "pair", given: pair.given, asked: pair.conjoin([branch]) };
  for (const branch of likelyBranches(pair, choice).slice(0, widest)) {
    if (!same.includes(branch) && isAkin(pair, branch)) yield { kind: "pair", given: pair.given, asked: pair.conjoin([branch]) };
  }
  const split = valueByValue(pair, choice);
  if (split) yield split;
};

/** What is one thing of several kinds may be several things of one kind each on the other side: each kind alone has to fit. */
const valueByValue = ({ given, asked, g, conjoin, shape }: SchemaPair, { branches }: Choice): Goal | undefined => {
  const [place] = given.atoms;
  /** Without such a branch, all kinds fit or none does; and kinds of kinds multiply. */
  const isForSome = (branch: Atom, name: string, values: readonly Json[]) => {
    const taken = shape(conjoin(atomsAt(shape(conjoin([branch])), name))).values;
    const fitting = taken === undefined ? [] : values.filter(membership(taken));
    return fitting.length > 0 && fitting.length < values.length;
  };
  for (const name of g.types === typeBits.object ? g.required.keys() : []) {
    const { values } = shape(conjoin(atomsAt(g, name)));
    if (place === undefined || values === undefined || values.length < 2 || values.length > mostKinds) continue;
    if (!branches.slice(0, widest).some((branch) => isForSome(branch, name, values))) continue;
    const only = (value: Json) => derived(place, `${name} ${JSON.stringify(value)}`, { properties: { [name]: { const: value } } });
    return {
      kind: "all",
      goals: values.map((value) => ({ kind: "pair", given: conjoin([...given.atoms, only(value)]), asked })),
    };
  }
  return undefined;
};

const mostKinds = 20;

const widest = 200;

/** Whether what is given is a branch of a choice that the other side knows nothing of. */
const isStrange = (pair: SchemaPair, choice: Choice): boolean => {
  const own = sameBranches(pair, choice);
  const isAsked = ({ pointer }: Atom) => pair.asked.atoms.some((atom) => atom.pointer === pointer);
  if (own.length === 0 || own.some((branch) => isAsked(definitionOf(branch) ?? branch) && definitionOf(branch))) return false;
  // Branches without names have changed places, perhaps.
  const inPlace = own.find(isAsked);
  return inPlace ? !isHalfKnown(pair, inPlace) : !isAkin(pair, undefined);
};

const isChosen = (pair: SchemaPair, choice: Choice): boolean => sameBranches(pair, choice).length > 0;

/** Of alternatives that only require, what they require. */
const needs = (pair: SchemaPair, { branches, at }: Choice): string | undefined => {
  const lists = branches.map(({ schema }) =>
    isObject(schema) && Object.keys(schema).join("") === "required" ? textsOf(member(schema, "required")) : [],
  );
  if (lists.some((names) => names.length === 0)) return undefined;
  const all = lists.map((names) => names.join(" and ")).join(" or ");
  return saying(pair, `${placeName(at)} now needs ${all}.`, `${placeName(at)} may now come without ${all}.`);
};

const sentence = (pair: SchemaPair, at: string): string => {
  const name = placeName(at);
  const what = describe(pair);
  return saying(pair, `${name} may no longer be ${what}: no alternative fits it.`, `${name} may now be ${what}, which no alternative had.`);
};

/** What a person would call the values: by the name of the branch that they come from, else by their one value or their types. */
const describe = (pair: SchemaPair): string => {
  const { g } = pair;
  const [own] = g.choices.flatMap((choice) => sameBranches(pair, choice).flatMap((branch) => definitionOf(branch) ?? []));
  if (own) return placeName(own.pointer);
  const [value, ...more] = g.values ?? [];
  if (value !== undefined && more.length === 0) return quoted(value);
  return g.types === 127 ? "anything" : typeNames(g.types);
};
