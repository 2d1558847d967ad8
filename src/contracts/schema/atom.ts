import type { Json, JsonObject } from "../../base/canonical-json.ts";
import type { Dialect } from "./dialect.ts";
import { isList, isObject, member } from "../documents/json.ts";
import { pointerTo } from "../documents/pointer.ts";

/**
 * One schema at one place of one document. There is exactly one atom for a place, however it is reached, so atoms are compared by
 * identity; `childrenOf` keeps that promise.
 */
export interface Atom {
  readonly schema: JsonObject | boolean;
  /** Where it stands, from the root of its document. */
  readonly pointer: string;
  readonly document: SchemaDocument;
  /** The innermost resource (a schema with an `$id`, else the document) that it belongs to: what `#` means here. */
  readonly resource: Resource;
  /** What stands below it, once somebody asked: most schemas have nothing below them, and there are very many. */
  children?: Map<string, Atom>;
  /** What stands under a keyword, once somebody asked: there may be thousands, and many conjunctions that hold this schema. */
  lists?: Map<string, readonly Atom[]>;
  maps?: Map<string, ReadonlyMap<string, Atom>>;
  /** Its choices, once somebody asked: they may have thousands of branches. */
  choices?: readonly Choice[];
  /** Whether what it describes takes no part, as `Dialect.hides` has it, once somebody asked. */
  hidden?: boolean;
}

export interface Choice {
  readonly kind: "anyOf" | "oneOf";
  readonly branches: readonly Atom[];
  readonly at: string;
  /** Whether a discriminator keeps the branches apart. */
  readonly exclusive: boolean;
  /** Where a branch and all that it refers to stand, and which one that is. */
  readonly byPointer: ReadonlyMap<string, Atom>;
  /** Once somebody asked. */
  index?: ChoiceIndex;
}

/**
 * Which branches of a choice to look at, where there may be thousands: they mostly list the values that they take, or those of a property
 * that tells them apart.
 */
export interface ChoiceIndex {
  /** The branches by the values that they list. */
  readonly own: Listing;
  /** The branches by the values that they list for a property. */
  readonly tags: ReadonlyMap<string, Listing>;
}

export interface Listing {
  readonly byValue: Map<string, Set<Atom>>;
  /** Those that list none. */
  readonly open: Set<Atom>;
}

export interface SchemaDocument {
  /** The document's own URI. */
  readonly uri: string;
  readonly root: Json;
  readonly dialect: Dialect;
  /** Finds what a URI with an optional fragment names, in this and its sibling documents. */
  readonly find: (uri: string) => Atom | undefined;
}

export interface Resource {
  readonly uri: string;
  readonly pointer: string;
  /** What references in it lead to, once somebody asked: there are many to the same. */
  readonly targets: Map<string, Atom | undefined>;
}

/** The schema some steps further down, or undefined where nothing stands that could be a schema. */
export const childOf = (atom: Atom, ...tokens: readonly (string | number)[]): Atom | undefined => {
  const [first] = tokens;
  if (typeof atom.schema === "boolean" || (first !== undefined && !Object.hasOwn(atom.schema, first))) return undefined;
  const key = pointerTo("", ...tokens);
  const known = atom.children?.get(key);
  if (known !== undefined) return known;
  let at: Json | undefined = atom.schema;
  for (const token of tokens) at = isObject(at) ? member(at, String(token)) : isList(at) ? at[Number(token)] : undefined;
  if (typeof at !== "boolean" && !isObject(at)) return undefined;
  const pointer = atom.pointer + key;
  const made: Atom = {
    schema: at,
    pointer,
    document: atom.document,
    resource: resourceAt(atom.resource, at, pointer),
  };
  childrenOf(atom).set(key, made);
  return made;
};

/** What stands below an atom, by its pointer from there. */
export const childrenOf = (atom: Atom): Map<string, Atom> => (atom.children ??= new Map());

/**
 * A schema that stands nowhere, made from parts of `atom`, at whose place it is seen. `children` are its parts that do stand somewhere, by
 * their pointer in `schema`.
 */
export const derived = (atom: Atom, name: string, schema: JsonObject, children: Map<string, Atom> = new Map()): Atom => {
  const key = `\0${name}`;
  const known = atom.children?.get(key);
  if (known !== undefined) return known;
  const { pointer, document, resource } = atom;
  const made: Atom = { schema, pointer, document, resource, children };
  childrenOf(atom).set(key, made);
  return made;
};

/** `{not: …}` of a schema. */
export const negationOf = (atom: Atom): Atom => derived(atom, "not", { not: atom.schema }, new Map([["/not", atom]]));

/** The URI that a reference means where it stands; undefined where it means none. */
export const resolved = (base: string, reference: string): string | undefined =>
  URL.canParse(reference, base) ? new URL(reference, base).href : undefined;

/** The schemas under a keyword that holds a list of them. */
export const listOf = (atom: Atom, keyword: string): readonly Atom[] => {
  const list = typeof atom.schema === "boolean" ? undefined : member(atom.schema, keyword);
  if (!isList(list)) return none;
  const found = atom.lists?.get(keyword) ?? list.flatMap((_, index) => childOf(atom, keyword, index) ?? []);
  (atom.lists ??= new Map()).set(keyword, found);
  return found;
};

const none: readonly Atom[] = [];

/** The schemas under a keyword that holds a map of them, by name. */
export const mapOf = (atom: Atom, keyword: string): ReadonlyMap<string, Atom> => {
  const map = typeof atom.schema === "boolean" ? undefined : member(atom.schema, keyword);
  if (!isObject(map)) return nothing;
  const known = atom.maps?.get(keyword);
  if (known) return known;
  const named = new Map<string, Atom>();
  for (const name of Object.keys(map)) {
    const child = childOf(atom, keyword, name);
    if (child !== undefined) named.set(name, child);
  }
  (atom.maps ??= new Map()).set(keyword, named);
  return named;
};

const nothing: ReadonlyMap<string, Atom> = new Map();

/** A schema with an identifier is a resource of its own, unless the identifier is a mere fragment. */
export const resourceAt = (outer: Resource, schema: JsonObject | boolean, pointer: string): Resource => {
  const id = typeof schema === "boolean" ? undefined : idOf(schema);
  const uri = id === undefined || id.startsWith("#") ? undefined : resolved(outer.uri, id);
  return uri === undefined ? outer : { uri: uri.replace(/#$/, ""), pointer, targets: new Map() };
};

/** `$id`, and `id` of draft 4 where it can only be an identifier. */
export const idOf = (schema: JsonObject): string | undefined => {
  const id = member(schema, "$id") ?? member(schema, "id");
  return typeof id === "string" ? id : undefined;
};
