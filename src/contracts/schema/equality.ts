import type { Json, JsonObject } from "../../base/canonical-json.ts";
import { isList, isObject, membership } from "../documents/json.ts";

/**
 * Whether two schemas read the same: members in any order, lists too where that says nothing, and whatever is said to people only (`description`) left aside. What was found
 * to differ is remembered: whoever looks at what differs goes on to look at its parts, and would compare the innermost once for every level.
 */
export const equality = (): ((a: Json, b: Json) => boolean) => {
  const differing = new Map<Json, Json>();

  const isEqual = (a: Json, b: Json, reading: Reading): boolean => {
    if (a === b) return true;
    if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
    if (differing.size > 0 && differing.get(a) === b) return false;
    const equal = isList(a)
      ? isList(b) && (reading === "set" ? areSetsEqual(a, b) : areListsEqual(a, b, reading))
      : isObject(a) && isObject(b) && areObjectsEqual(a, b, reading);
    if (!equal) differing.set(a, b);
    return equal;
  };

  const areListsEqual = (a: readonly Json[], b: readonly Json[], reading: Reading): boolean =>
    a.length === b.length && a.every((item, index) => isEqual(item, b[index] ?? null, reading));

  const areSetsEqual = (a: readonly Json[], b: readonly Json[]): boolean =>
    a.length === b.length && (areListsEqual(a, b, "data") || a.every(membership(b)));

  const areObjectsEqual = (a: JsonObject, b: JsonObject, reading: Reading): boolean => {
    let count = 0;
    for (const name of Object.keys(a)) {
      if (reading === "schema" && forPeople.has(name)) continue;
      count += 1;
      if (!Object.hasOwn(b, name) || !isEqual(a[name] ?? null, b[name] ?? null, readingBelow(reading, name))) return false;
    }
    for (const name of Object.keys(b)) if (reading !== "schema" || !forPeople.has(name)) count -= 1;
    return count === 0;
  };

  return (a, b) => isEqual(a, b, "schema");
};

/** What a value is: a schema, schemas by their names, values in any order, or something of which every word counts. */
type Reading = "schema" | "named" | "set" | "data";

const readingBelow = (reading: Reading, name: string): Reading => {
  if (reading === "named") return "schema";
  if (reading === "schema" && sets.has(name)) return "set";
  return reading === "data" || data.has(name) || name.startsWith("x-") ? "data" : named.has(name) ? "named" : "schema";
};

const forPeople: ReadonlySet<string> = new Set(["description", "summary", "example", "examples", "externalDocs", "$comment"]);

const named: ReadonlySet<string> = new Set(["properties", "patternProperties", "dependentSchemas", "$defs", "definitions", "dependencies"]);

const sets: ReadonlySet<string> = new Set(["enum", "required", "type"]);

const data: ReadonlySet<string> = new Set(["const", "default", "discriminator", "dependentRequired", "xml"]);
