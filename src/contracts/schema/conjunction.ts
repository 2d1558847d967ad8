import { type Atom, childrenOf, derived, listOf, resolved } from "./atom.ts";
import { isObject, member, textOf } from "../documents/json.ts";
import { twiceNegated } from "./negated.ts";
import { pointerTo } from "../documents/pointer.ts";

/**
 * Schemas that a value has to satisfy all at once, with everything they refer to and are composed of (`$ref`, `allOf`): flat, in the order
 * in which they were found. What counts of an atom are its own keywords.
 */
export interface Conjunction {
  readonly id: number;
  readonly atoms: readonly Atom[];
  /** References to what is not among the documents. They are opaque: one is known to include itself and nothing else. */
  readonly unresolved: readonly UnresolvedReference[];
}

export interface UnresolvedReference {
  readonly reference: string;
  readonly at: string;
}

/** Makes conjunctions. Equal sets of schemas are one object. */
export type Conjoin = (schemas: readonly Atom[]) => Conjunction;

export const conjunctions = (): Conjoin => {
  const ids = new Map<Atom, number>();
  const made = new Map<string, Conjunction>();

  const idOf = (atom: Atom): number => {
    const id = ids.get(atom) ?? ids.size;
    ids.set(atom, id);
    return id;
  };

  const alone = new Map<Atom, Conjunction>();

  const conjoin: Conjoin = (schemas) => {
    const { atoms, unresolved } = flattened(schemas);
    const key = [...atoms, ...unresolved.map(({ from }) => from)]
      .map(idOf)
      .sort((a, b) => a - b)
      .join();
    const known = made.get(key);
    if (known) return known;
    const conjunction = { id: made.size, atoms: [...atoms], unresolved };
    made.set(key, conjunction);
    return conjunction;
  };

  return (schemas) => {
    const [only] = schemas;
    if (only === undefined || schemas.length > 1) return conjoin(schemas);
    const known = alone.get(only) ?? conjoin(schemas);
    alone.set(only, known);
    return known;
  };
};

/** The schemas and all that they refer to or are composed of. */
export const flattened = (
  schemas: readonly Atom[],
): { readonly atoms: ReadonlySet<Atom>; readonly unresolved: (UnresolvedReference & { readonly from: Atom })[] } => {
  const atoms = new Set<Atom>();
  const seen = new Set<Atom>();
  const unresolved: (UnresolvedReference & { from: Atom })[] = [];
  const open = [...schemas].reverse();
  for (let atom = open.pop(); atom !== undefined; atom = open.pop()) {
    if (seen.has(atom)) continue;
    seen.add(atom);
    const reference = referenceOf(atom);
    const alone = reference !== undefined && (!atom.document.dialect.refSiblings || saysNoMore(atom));
    if (reference !== undefined) {
      const target = targetOf(atom, reference);
      if (target && target !== atom) open.push(target);
      else unresolved.push({ reference, at: pointerTo(atom.pointer, "$ref"), from: atom });
    }
    if (alone) continue;
    if (isNullable(atom) && isComposed(atom)) {
      open.push(orNull(atom));
      continue;
    }
    atoms.add(atom);
    for (const keyword of ["anyOf", "oneOf"]) {
      const branches = listOf(atom, keyword);
      if (branches.length === 1) open.push(...branches);
    }
    const meant = twiceNegated(atom);
    if (meant) open.push(meant);
    open.push(...listOf(atom, "allOf").toReversed());
  }
  return { atoms, unresolved };
};

/** Whether nothing that counts stands beside a reference: then only what it refers to does, however many refer to it. */
const saysNoMore = ({ schema }: Atom): boolean => {
  for (const keyword in isObject(schema) ? schema : {})
    if (keyword !== "$ref" && keyword !== "description" && keyword !== "summary") return false;
  return true;
};

/** What stands in `$ref` or its dynamic relatives, which are taken for what they refer to at first. */
export const referenceOf = ({ schema }: Pick<Atom, "schema">): string | undefined =>
  typeof schema === "boolean"
    ? undefined
    : (textOf(member(schema, "$ref")) ?? textOf(member(schema, "$dynamicRef")) ?? textOf(member(schema, "$recursiveRef")));

/** What a reference that stands in `atom` names, if that is among the documents. */
export const targetOf = (atom: Atom, reference: string): Atom | undefined => {
  const { resource, document } = atom;
  const known = resource.targets.get(reference);
  if (known !== undefined || resource.targets.has(reference)) return known;
  // Most references stay in their document, and there are very many.
  const uri = reference.startsWith("#/") ? resource.uri + reference : resolved(resource.uri, reference);
  const target = uri === undefined ? undefined : document.find(uri);
  resource.targets.set(reference, target);
  return target;
};

/** Whether the dialect's word for "or null" stands here. */
export const isNullable = ({ schema, document: { dialect } }: Atom): boolean =>
  dialect.nullable !== null && isObject(schema) && member(schema, dialect.nullable) === true;

const isComposed = ({ schema }: Atom): boolean =>
  isObject(schema) && ["$ref", "allOf", "anyOf", "oneOf"].some((keyword) => keyword in schema);

/** What `nullable` is meant to say beside a composition: that, or null. */
const orNull = (atom: Atom): Atom => {
  const { schema } = atom;
  const nullable = atom.document.dialect.nullable ?? "";
  const rest = derived(
    atom,
    "not null",
    Object.fromEntries(Object.entries(schema).filter(([name]) => name !== nullable)),
    childrenOf(atom),
  );
  const none = derived(atom, "null", { type: "null" });
  const branches = new Map([
    ["/anyOf/0", rest],
    ["/anyOf/1", none],
  ]);
  return derived(atom, "nullable", { anyOf: [rest.schema, none.schema] }, branches);
};
