import { type Atom, childOf, listOf } from "./atom.ts";
import { isObject, member, textsOf } from "../documents/json.ts";

/** What a schema shuts out, each part alone: to be none of several is to be neither of them. */
export const negationsOf = (atom: Atom): readonly Atom[] => {
  const shutOut = childOf(atom, "not");
  if (shutOut === undefined || twiceNegated(atom)) return [];
  return saysOnly(shutOut, "anyOf") ? listOf(shutOut, "anyOf") : [shutOut];
};

/** What is meant where a schema shuts out what is shut out, and nothing more is said of that. */
export const twiceNegated = (atom: Atom): Atom | undefined => {
  const shutOut = childOf(atom, "not");
  return shutOut && saysOnly(shutOut, "not") ? childOf(shutOut, "not") : undefined;
};

/** `not: {}` and `not: true`. */
export const shutsOutAll = (atom: Atom): boolean => {
  const schema = childOf(atom, "not")?.schema;
  return schema === true || (isObject(schema) && Object.keys(schema).length === 0);
};

/** The one property that no object may have, where that is all that is shut out. */
export const propertyShutOut = (shutOut: Atom): string | undefined => {
  if (!isObject(shutOut.schema)) return undefined;
  const [name, ...more] = textsOf(member(shutOut.schema, "required"));
  const type = member(shutOut.schema, "type");
  const isAll = Object.keys(shutOut.schema).every((keyword) => keyword === "required" || (keyword === "type" && type === "object"));
  return more.length === 0 && isAll ? name : undefined;
};

const saysOnly = ({ schema }: Atom, keyword: string): boolean =>
  isObject(schema) && keyword in schema && Object.keys(schema).every((other) => other === keyword || remarks.has(other));

const remarks: ReadonlySet<string> = new Set(["$comment", "title", "description"]);
