import type { Json, JsonObject } from "../../base/canonical-json.ts";
import { isList, member } from "../documents/json.ts";

/** A set of types, as bits. A number is an integer or has a fraction. */
export type Types = number;

export const typeBits = { null: 1, boolean: 2, object: 4, array: 8, string: 16, integer: 32, fraction: 64 } as const;

export const numeric: Types = typeBits.integer | typeBits.fraction;

export const allTypes: Types = 127;

/** What `type` admits. Names that nobody knows admit nothing, except `any` of draft 3. `file` of OpenAPI 2 is a string of bytes. */
export const typesOf = (schema: JsonObject): Types | undefined => {
  const type = member(schema, "type");
  if (typeof type === "string") return bitsOf(type);
  if (!isList(type)) return undefined;
  return type.reduce<Types>((types, name) => types | (typeof name === "string" ? bitsOf(name) : allTypes), 0);
};

const bitsOf = (name: string): Types => {
  switch (name) {
    case "null":
    case "boolean":
    case "object":
    case "array":
    case "string":
    case "integer":
      return typeBits[name];
    case "number":
      return numeric;
    case "file":
      return typeBits.string;
    case "any":
      return allTypes;
    default:
      return 0;
  }
};

/** The one type of a value. */
export const typeOfValue = (value: Json): Types => {
  if (value === null) return typeBits.null;
  if (isList(value)) return typeBits.array;
  switch (typeof value) {
    case "boolean":
      return typeBits.boolean;
    case "number":
      return Number.isInteger(value) ? typeBits.integer : typeBits.fraction;
    case "string":
      return typeBits.string;
    default:
      return typeBits.object;
  }
};

/** "string or null", "any value". */
export const typeNames = (types: Types): string => {
  if (types === allTypes) return "any value";
  const names = (["object", "array", "string", "boolean"] as const).filter((name) => types & typeBits[name]).map(String);
  if ((types & numeric) === numeric) names.push("number");
  else if (types & typeBits.integer) names.push("integer");
  else if (types & typeBits.fraction) names.push("number with a fraction");
  if (types & typeBits.null) names.push("null");
  return names.length === 0 ? "nothing" : names.length === 1 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
};

/** The types one by one; a number is one. */
export const singleTypes = (types: Types): Types[] =>
  [typeBits.null, typeBits.boolean, typeBits.object, typeBits.array, typeBits.string, numeric]
    .map((bits) => bits & types)
    .filter((bits) => bits !== 0);

/** The name that `type` has for one of the single types. */
export const typeName = (type: Types): string =>
  type & numeric ? "number" : (Object.entries(typeBits).find(([, bit]) => bit === type)?.[0] ?? "object");
