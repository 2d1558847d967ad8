import type { Json, JsonObject } from "../../base/canonical-json.ts";
import type { Atom } from "./atom.ts";
import { referenceOf, targetOf } from "./conjunction.ts";
import type { Goal, SchemaPair } from "./goal.ts";
import { isList, isObject } from "../documents/json.ts";
import { isHiddenItself } from "./places.ts";
import type { Sameness } from "./sameness.ts";
import { allTypes, typeBits, type Types, typesOf } from "./types.ts";

/**
 * What has to be shown of a schema that reads as before, while something that it refers to does not: the pairs of what it refers to, and
 * nothing of its own. There are very many such schemas above each one that has changed. Undefined where it reads otherwise, or where more
 * than properties and items lie in between. `whole` is asked where one alternative may be another one now.
 */
export const carried = (
  pair: Pick<SchemaPair, "given" | "asked" | "conjoin" | "tolerant">,
  same: Sameness,
  whole: () => Goal,
): Goal | undefined => {
  const [given, ...others] = pair.given.atoms;
  const [asked, ...more] = pair.asked.atoms;
  if (given === undefined || asked === undefined || others.length > 0 || more.length > 0) return undefined;
  if (pair.given.unresolved.length > 0 || pair.asked.unresolved.length > 0 || !same.ofText(given, asked)) return undefined;
  const paths = pathsIn({ given, asked, same, alternatives: pair.tolerant });
  if (paths === undefined) return undefined;
  const goals = paths.targets.map(([from, to]): Goal => ({ kind: "pair", given: pair.conjoin([from]), asked: pair.conjoin([to]) }));
  const all: Goal = { kind: "all", goals };
  if (!paths.throughAlternatives) return all;
  return {
    kind: "any",
    options: (function* () {
      yield all;
      yield whole();
    })(),
    otherwise: whole,
  };
};

interface Start {
  readonly given: Atom;
  readonly asked: Atom;
  readonly same: Sameness;
  /** Whether alternatives that are no longer apart matter to nobody. */
  readonly alternatives: boolean;
}

interface Paths {
  /** What is referred to and is not the same. */
  readonly targets: readonly (readonly [Atom, Atom])[];
  readonly throughAlternatives: boolean;
}

/** The references in a schema that lead to what is not the same; undefined where one of them stands where it is not simply followed. */
const pathsIn = ({ given, asked, same, alternatives }: Start): Paths | undefined => {
  const { hides, refSiblings } = given.document.dialect;
  const targets = new Map<Atom, Atom>();
  let throughAlternatives = false;

  const leadTo = (reference: string): readonly [Atom, Atom] | "same" | "unknown" => {
    const [one, other] = [targetOf(given, reference), targetOf(asked, reference)];
    if (one === undefined || other === undefined) return one === other ? "same" : "unknown";
    return same.ofOne(one, other) ? "same" : [one, other];
  };

  const isSame = (json: Json): boolean => {
    if (typeof json !== "object" || json === null) return true;
    if (isList(json)) return json.every(isSame);
    if (isObject(json)) {
      const reference = referenceOf({ schema: json });
      if (reference !== undefined && leadTo(reference) !== "same") return false;
    }
    return Object.values(json).every(isSame);
  };

  /** Whether all that is not the same below could be followed. */
  const follow = (json: Json | undefined, isProperty: boolean): boolean => {
    if (!isObject(json)) return true;
    if (isProperty && hides !== null && json[hides] === true) return true;
    if (typeof json["$ref"] !== "string") return referenceOf({ schema: json }) === undefined ? followKeywords(json) : isSame(json);
    const lead = leadTo(json["$ref"]);
    if (lead === "unknown") return false;
    const alone = !refSiblings || Object.keys(json).every((keyword) => keyword === "$ref" || annotations.has(keyword));
    if (lead === "same") return alone || isSame(json);
    const [one, other] = lead;
    const hidden = isProperty && isHiddenItself(one);
    if (!alone || hidden !== (isProperty && isHiddenItself(other))) return false;
    if (!hidden) targets.set(one, other);
    return true;
  };

  const followKeywords = (schema: JsonObject): boolean => {
    const types = typesOf(schema) ?? allTypes;
    for (const [keyword, value] of Object.entries(schema)) {
      if (typeof value !== "object" || value === null || data.has(keyword)) continue;
      const isPlain = !delicate.some((other) => other in schema);
      if ((keyword === "properties" || keyword === "patternProperties") && isPlain && types & typeBits.object) {
        for (const property of Object.values(value)) if (!follow(property, keyword === "properties")) return false;
      } else if (keyword === "additionalProperties" && isPlain && types & typeBits.object) {
        if (!follow(value, false)) return false;
      } else if (keyword === "items" && isObject(value) && isPlain && schema["maxItems"] !== 0 && types & typeBits.array) {
        if (!follow(value, false)) return false;
      } else if ((keyword === "anyOf" || keyword === "oneOf") && isList(value) && value.length > 1) {
        if (isSame(value)) continue;
        // What fits one of them fits no other, so that each has to fit itself.
        const isClear = areApart(value, given) && areApart(value, asked);
        if (!isClear && !alternatives) return false;
        throughAlternatives ||= !isClear;
        for (const branch of value) if (!follow(branch, false)) return false;
      } else if (!isSame(value)) return false;
    }
    return true;
  };

  return followKeywords(isObject(given.schema) ? given.schema : {}) ? { targets: [...targets], throughAlternatives } : undefined;
};

/** Whether no two alternatives have a type in common, as they are seen from a schema. */
const areApart = (branches: readonly Json[], from: Atom): boolean => {
  let taken: Types = 0;
  for (const branch of branches) {
    const types = typesIn(branch, from);
    if ((taken & types) !== 0) return false;
    taken |= types;
  }
  return true;
};

const typesIn = (branch: Json, from: Atom): Types => {
  if (!isObject(branch)) return allTypes;
  const reference = referenceOf({ schema: branch });
  const schema = reference === undefined ? branch : targetOf(from, reference)?.schema;
  if (!isObject(schema) || ["nullable", "x-nullable", "$ref"].some((keyword) => keyword in schema)) return allTypes;
  return typesOf(schema) ?? allTypes;
};

/** What stands in these is no schema, or applies to nothing here. */
const data: ReadonlySet<string> = new Set([
  ...["enum", "const", "default", "example", "examples", "required", "type", "xml", "externalDocs"],
  ...["definitions", "$defs", "components"],
]);

/** Beside these, properties and items are not simply what they are. */
const delicate: readonly string[] = ["enum", "const", "propertyNames", "$id", "id", "nullable", "x-nullable"];

const annotations: ReadonlySet<string> = new Set(["description", "summary", "title", "example", "examples", "$comment", "externalDocs"]);
