import { canonicalJson, type Json, type JsonObject } from "../../base/canonical-json.ts";

/** Whether it is an object and not a list. */
export const isObject = (json: Json | undefined): json is JsonObject => typeof json === "object" && json !== null && !Array.isArray(json);

/** Whether it is a list. `Array.isArray` alone forgets that lists of ours are readonly. */
export const isList = (json: Json | undefined): json is readonly Json[] => Array.isArray(json);

/** The own member of that name: `toString` is no member. */
export const member = (json: JsonObject, name: string): Json | undefined => (Object.hasOwn(json, name) ? json[name] : undefined);

export const numberOf = (json: Json | undefined): number | undefined =>
  typeof json === "number" && Number.isFinite(json) ? json : undefined;

export const textOf = (json: Json | undefined): string | undefined => (typeof json === "string" ? json : undefined);

/** The strings of a list, nothing else. */
export const textsOf = (json: Json | undefined): readonly string[] =>
  isList(json) ? json.filter((item): item is string => typeof item === "string") : [];

/** Equality as JSON Schema has it: by value, members in any order. */
export const sameJson = (a: Json, b: Json): boolean => a === b || (typeof a === "object" && typeof b === "object" && print(a) === print(b));

/** The same text for the same value, and for no other: to look values up where there are very many. */
export const jsonKey = (json: Json): string => (typeof json === "string" ? `"${json}` : print(json));

/** Whether values are in a list. It may be very long, and be asked for as many. */
export const membership = (list: readonly Json[]): ((value: Json) => boolean) => {
  if (list.length <= few) return (value) => list.some((item) => sameJson(item, value));
  let keys: Set<string> | undefined;
  return (value) => (keys ??= new Set(list.map(jsonKey))).has(jsonKey(value));
};

const few = 8;

/** On one line, at most 40 characters: for a sentence. */
export const quoted = (json: Json): string => {
  const text = print(json);
  return text.length <= 40 ? text : `${text.slice(0, 37)}...`;
};

/** Equal values have equal texts. Lone surrogates have no canonical form, and are no reason to fail. */
export const print = (json: Json): string => {
  try {
    return canonicalJson(json);
  } catch {
    return JSON.stringify(json);
  }
};
