import { type Atom, childOf } from "../../../schema/atom.ts";
import { flattened } from "../../../schema/conjunction.ts";
import type { MediaType } from "../../read/api.ts";

/** What a form says of one of its fields. */
export const fieldSchemas = ({ schema }: MediaType, name: string): readonly Atom[] => {
  const fields = schema ? [...flattened([schema]).atoms].flatMap((atom) => childOf(atom, "properties", name) ?? []) : [];
  return [...flattened(fields).atoms];
};
