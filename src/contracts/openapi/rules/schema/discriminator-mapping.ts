import type { Level } from "../../../change.ts";
import { type Atom, listOf } from "../../../schema/atom.ts";
import { finding, type Goal, saying, type SchemaPair, type SchemaRule } from "../../../schema/goal.ts";
import { atomsAt } from "../../../schema/places.ts";
import { placeName } from "../../../documents/pointer.ts";
import { definitionOf } from "../../../apis/schema-rules/branches.ts";
import { discriminatorOf } from "../../../apis/schema-rules/discriminator.ts";

/**
 * Which alternative a value tells. Aliases of `mapping` that come and go are dangerous: by the specification they are a hint, and change
 * nothing about which values are right. Where the names of schemas are all there is to tell, a new name is breaking.
 */
export const discriminatorMapping: SchemaRule = {
  id: "discriminator-mapping",

  *check(pair) {
    const [given, asked] = [kindsOf(pair.given.atoms), kindsOf(pair.asked.atoms)];
    if (!given || !asked || given.property !== asked.property) return;
    const [old, current] = pair.way === "narrowing" ? [given, asked] : [asked, given];
    yield* redirected(old, current);
    for (const [value, level] of leftOut(pair, given, asked)) {
      const what = `The ${current.property} ${value} of ${placeName(current.at)}`;
      const message = saying(pair, `${what} is not known any more.`, `${what} may come now, and meant nothing before.`);
      yield finding("discriminator-mapping", current.at, message, level);
    }
  },
};

interface Kinds {
  readonly property: string;
  readonly at: string;
  /** What the values of `mapping` stand for, by the names of schemas. */
  readonly mapped: ReadonlyMap<string, string>;
  /** The alternatives by the names of their schemas, each of which is a value that stands for it. */
  readonly named: ReadonlyMap<string, Atom>;
}

const kindsOf = (atoms: readonly Atom[]): Kinds | undefined => {
  const said = discriminatorOf(atoms);
  if (said === undefined) return undefined;
  const branches = atoms.flatMap((atom) => [...listOf(atom, "oneOf"), ...listOf(atom, "anyOf")]);
  const named = branches.flatMap((branch): [string, Atom][] => {
    const definition = definitionOf(branch);
    return definition ? [[lastOf(definition.pointer), definition]] : [];
  });
  return {
    property: said.property,
    at: said.at,
    mapped: new Map([...said.mapping].map(([value, target]) => [value, lastOf(target)])),
    named: new Map(named),
  };
};

const lastOf = (reference: string): string => reference.slice(reference.lastIndexOf("/") + 1);

/** Values that stand for another alternative than before, where both are still there. */
const redirected = function* (old: Kinds, current: Kinds): Generator<Goal> {
  for (const [value, target] of old.mapped) {
    const now = current.mapped.get(value);
    const isRenamed = !current.named.has(target) && current.named.size > 0;
    if (now === undefined || now === target || isRenamed) continue;
    const message = `The ${current.property} ${value} of ${placeName(current.at)} meant ${target}, and means ${now} now.`;
    yield finding("discriminator-mapping", current.at, message, "dangerous");
  }
};

/**
 * Values on one side that the other knows nothing of. A schema's own name is one where nothing else is mapped to it and its property may
 * have that value; of alternatives that are gone or new as a whole, there is more to say elsewhere.
 */
const leftOut = function* (pair: SchemaPair, given: Kinds, asked: Kinds): Generator<readonly [value: string, level: Level]> {
  const targets = new Set(given.mapped.values());
  const isKnown = (value: string) => asked.mapped.has(value) || asked.named.has(value);
  for (const [value, target] of given.mapped) {
    const isNew = asked.named.size > 0 && !asked.named.has(target) && ![...asked.mapped.values()].includes(target);
    if (!isKnown(value) && !isNew) yield [value, "dangerous"];
  }
  if (given.named.size > asked.named.size) return;
  for (const [name, schema] of given.named) {
    if (!targets.has(name) && !isKnown(name) && mayBe(pair, schema, given.property, name)) yield [name, "breaking"];
  }
};

const mayBe = ({ conjoin, shape }: SchemaPair, schema: Atom, property: string, value: string): boolean => {
  const { values } = shape(conjoin(atomsAt(shape(conjoin([schema])), property)));
  return values === undefined || values.includes(value);
};
