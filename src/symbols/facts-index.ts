import type { Definition, Export, FileFacts, Import } from "../model/code.ts";
import { perFile } from "./per-file.ts";

/** One imported name with its statement. */
export interface Binding {
  readonly statement: Import;
  readonly imported: string;
}

/** The definitions of that very name, in the order of the text. */
export const definitionsNamed = (facts: FileFacts, name: string): readonly Definition[] => indexOf(facts).definitions.get(name) ?? [];

/** What the file offers under a name. */
export const exportsNamed = (facts: FileFacts, name: string): readonly Export[] => indexOf(facts).exports.get(name) ?? [];

/** The names under which the file offers a definition, or an imported name, of its own. */
export const offersOf = (facts: FileFacts, local: string): readonly Export[] => indexOf(facts).offers.get(local) ?? [];

/** The imports that give a file this name; "" for those that give names without saying which. */
export const importsBinding = (facts: FileFacts, local: string): readonly Binding[] => indexOf(facts).bindings.get(local) ?? [];

interface FactsIndex {
  readonly definitions: ReadonlyMap<string, readonly Definition[]>;
  readonly exports: ReadonlyMap<string, readonly Export[]>;
  readonly offers: ReadonlyMap<string, readonly Export[]>;
  readonly bindings: ReadonlyMap<string, readonly Binding[]>;
}

/** Made once for each file: looking through its lists for every name takes minutes in a file of ten thousand names. */
const indexOf = perFile((facts): FactsIndex => {
  const bindings = facts.imports.flatMap((statement) =>
    statement.names.map(({ local, imported }) => [local, { statement, imported }] as const),
  );
  return {
    definitions: grouped(facts.definitions.map((definition) => [definition.name, definition] as const)),
    exports: grouped(facts.exports.map((one) => [one.name, one] as const)),
    offers: grouped(facts.exports.flatMap((one) => (one.local === null ? [] : [[one.local, one] as const]))),
    bindings: grouped(bindings),
  };
});

function grouped<T>(entries: readonly (readonly [string, T])[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const [name, item] of entries) {
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}
