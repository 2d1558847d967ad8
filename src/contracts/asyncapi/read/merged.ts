import type { Json, JsonObject } from "../../../base/canonical-json.ts";
import { type Atom, childOf, derived, resolved } from "../../schema/atom.ts";
import { referenceOf } from "../../schema/conjunction.ts";
import { isList, isObject } from "../../documents/json.ts";
import { opened } from "../../apis/node.ts";
import { pointerTo } from "../../documents/pointer.ts";
import type { Limits } from "./reading.ts";

/**
 * What becomes of `target` when `patch` is laid over it (JSON Merge Patch, RFC 7386), seen at the place `at`. References are followed at the
 * top; what comes from either keeps its own place. Where there is too much to merge, it says so and gives up.
 */
export const merged = (limits: Limits, target: Atom, patch: Atom, at: Atom, depth = 0): Atom => {
  const [below, above] = [followed(target, depth), followed(patch, depth)];
  if (!isObject(below.schema) || !isObject(above.schema) || below === above) return above;
  if (referenceOf(below) !== undefined || referenceOf(above) !== undefined) return above;
  const names = new Set([...Object.keys(below.schema), ...Object.keys(above.schema)]);
  limits.members -= names.size;
  if (limits.members < 0) {
    limits.exceededBy = "the traits";
    return above;
  }
  const schema: Record<string, Json> = {};
  const children = new Map<string, Atom>();
  for (const name of names) {
    if (above.schema[name] === null) continue;
    const [one, other] = [childOf(below, name), childOf(above, name)];
    const both = one && other ? merged(limits, one, other, childOf(at, name) ?? other, depth + 1) : undefined;
    const source = Object.hasOwn(above.schema, name) ? above : below;
    schema[name] = absolute(both?.schema ?? ownIn(source.schema, name), source.resource.uri);
    const child = both ?? childOf(source, name);
    if (child) children.set(pointerTo("", name), child);
    for (const step of stepsIn(both?.schema ?? ownIn(source.schema, name))) {
      const grandchild = both ? childOf(both, step) : childOf(source, name, step);
      if (grandchild) children.set(pointerTo("", name, step), grandchild);
    }
  }
  return derived(at, `merged ${below.pointer} ${above.pointer}`, schema, children);
};

/** Of a message and its headers. Further down, schemas may refer to themselves, and nobody means two of these to be one. */
const followed = (atom: Atom, depth: number): Atom => (depth > 2 ? atom : (opened({ unresolved: [] }, atom) ?? atom));

const ownIn = (schema: JsonObject | boolean, name: string): Json => (isObject(schema) ? (schema[name] ?? null) : null);

const stepsIn = (json: Json): readonly (string | number)[] => (isList(json) ? [...json.keys()] : isObject(json) ? Object.keys(json) : []);

/** References mean what they did where they stood. */
const absolute = (json: Json, base: string): Json => {
  if (isList(json)) return json.map((item) => absolute(item, base));
  if (!isObject(json)) return json;
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => [
      name,
      name === "$ref" && typeof value === "string" ? (resolved(base, value) ?? value) : absolute(value, base),
    ]),
  );
};
