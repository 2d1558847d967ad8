import type { JsonObject } from "../../base/canonical-json.ts";
import { member, textOf } from "../documents/json.ts";

/** What differs between the languages that schemas are written in. Everything else follows from the form of the keywords themselves. */
export interface Dialect {
  /** Whether keywords beside `$ref` count. They do since draft 2019-09 and in OpenAPI 3.1. */
  readonly refSiblings: boolean;
  /** The keyword that adds null to the types, `nullable` in OpenAPI 3.0, or null. */
  readonly nullable: string | null;
  /** Whether `format` is asserted. Where it is an annotation, a narrower one is dangerous and not breaking. */
  readonly formats: "asserted" | "annotated";
  /** Whether `discriminator` keeps the branches of a `oneOf` apart. */
  readonly discriminator: boolean;
  /** Properties that are marked so do not take part: `readOnly` in requests, `writeOnly` in responses. */
  readonly hides: "readOnly" | "writeOnly" | null;
}

/**
 * What a JSON Schema says of itself in `$schema`. Without one, formats are asserted (as up to draft 7, and as validators are mostly set up),
 * and keywords beside `$ref` count: nobody writes them to be ignored.
 */
export const jsonSchemaDialect = (root: JsonObject | boolean): Dialect => {
  const declared = typeof root === "boolean" ? undefined : textOf(member(root, "$schema"));
  const old = declared !== undefined && /draft-0[3-7]\b/.test(declared);
  const recent = declared !== undefined && /draft\/(?:2019-09|2020-12|next)/.test(declared);
  return { refSiblings: !old, nullable: null, formats: recent ? "annotated" : "asserted", discriminator: false, hides: null };
};
