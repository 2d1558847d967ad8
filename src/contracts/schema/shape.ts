import type { Json } from "../../base/canonical-json.ts";
import type { Atom, Choice } from "./atom.ts";
import type { UnresolvedReference } from "./conjunction.ts";
import type { Types } from "./types.ts";

/** What a conjunction asks for, keyword by keyword, with where it does: the strictest of each kind, or all of them where none is. */
export interface Shape {
  readonly types: Types;
  /** Where a type is said, if it is. */
  readonly typeAt: string | undefined;
  /** The values of `enum` and `const` that all the others let through, or undefined where nothing is listed. */
  readonly values: readonly Json[] | undefined;
  readonly valuesAt: string | undefined;
  /** Where the schema `false` stands, if it does. */
  readonly refusedAt: string | undefined;
  readonly lower: Bound | undefined;
  readonly upper: Bound | undefined;
  readonly multiples: readonly Said<number>[];
  readonly limits: Readonly<Record<LimitKeyword, Said<number> | undefined>>;
  readonly patterns: readonly Said<string>[];
  readonly formats: readonly Said<string>[];
  readonly contents: readonly Said<string>[];
  readonly uniqueAt: string | undefined;
  readonly required: ReadonlyMap<string, string>;
  readonly objects: readonly ObjectScope[];
  /** What the scopes say of a name, for those that somebody asked for: there may be thousands of both. */
  readonly byName: Map<string, readonly Atom[]>;
  readonly arrays: readonly ArrayScope[];
  readonly names: readonly Atom[];
  readonly contains: readonly Contains[];
  readonly dependentRequired: readonly { readonly on: string; readonly needs: string; readonly at: string }[];
  readonly dependentSchemas: readonly { readonly on: string; readonly schema: Atom }[];
  readonly choices: readonly Choice[];
  readonly conditionals: readonly Conditional[];
  readonly negations: readonly Atom[];
  readonly defaults: readonly Said<Json>[];
  readonly unresolved: readonly UnresolvedReference[];
}

export type LimitKeyword = "minLength" | "maxLength" | "minItems" | "maxItems" | "minProperties" | "maxProperties";

/** A keyword's value, and where it stands. */
export interface Said<T> {
  readonly value: T;
  readonly at: string;
}

export interface Bound extends Said<number> {
  readonly exclusive: boolean;
}

/** What one schema says of properties: each is checked by those that know its name, and by `rest` where none does. */
export interface ObjectScope {
  readonly properties: ReadonlyMap<string, Atom>;
  readonly patterns: ReadonlyMap<string, Atom>;
  readonly rest: Atom | undefined;
  /** Where `rest` is spared names that stand elsewhere (`unevaluatedProperties`), all of these are. */
  readonly spares: { readonly names: ReadonlySet<string>; readonly patterns: ReadonlySet<string> } | undefined;
}

/** What one schema says of items: those of the first places one by one, `rest` all others. */
export interface ArrayScope {
  readonly first: readonly Atom[];
  /** How many places `rest` does not speak of. */
  readonly from: number;
  readonly rest: Atom | undefined;
}

export interface Contains {
  readonly schema: Atom;
  readonly least: number;
  readonly most: number;
  readonly at: string;
}

export interface Conditional {
  readonly test: Atom;
  readonly met: Atom | undefined;
  readonly unmet: Atom | undefined;
}
