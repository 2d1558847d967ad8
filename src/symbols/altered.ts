import type { Definition, FileFacts } from "../model/code.ts";
import { offersOf } from "./facts-index.ts";
import { perFile } from "./per-file.ts";
import { isOffered } from "./symbol-changes.ts";

/**
 * Names that may lead elsewhere, or to something else, after a change of one file: of definitions that went, came, lost their visibility or
 * take other arguments, and of what the file offers to others. "*" when a whole module's names do. Many more than are broken, never fewer.
 */
export const alteredNames = (path: string, before: FileFacts | null, after: FileFacts | null): ReadonlySet<string> => {
  const names = new Set<string>();
  const [old, current] = [before ? shapes(before) : nothing, after ? shapes(after) : nothing];
  for (const [name, shape] of old) if (current.get(name) !== shape) addName(names, name, before);
  for (const name of current.keys()) if (!old.has(name)) addName(names, name, after);
  const [offered, offers] = [before ? offerKeys(before) : nothing, after ? offerKeys(after) : nothing];
  for (const [offer, name] of offered) if (!offers.has(offer)) names.add(name);
  if (!before || !after) names.add(moduleName(path));
  return names;
};

/** Names that a file mentions: what it imports and the modules it imports from, and every step of what it uses. */
export const mentionedNames = perFile((facts): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const { module, names: imported } of facts.imports) {
    names.add(moduleName(module));
    for (const name of imported) names.add(name.imported === "**" ? "*" : name.imported);
  }
  for (const { from, name } of facts.exports) {
    if (!from) continue;
    names.add(moduleName(from.module));
    names.add(from.imported);
    names.add(name);
  }
  for (const { path } of facts.uses) for (const step of path) names.add(step);
  return names;
});

/** The last part of a module's name or path, without extension; that of its folder for an index file, by which it is imported. */
export const moduleName = (module: string): string => {
  const parts = module.split(/[/.:]+/).filter((part) => part !== "" && !extensions.has(part));
  const last = parts.at(-1) ?? "";
  return indexNames.has(last) ? (parts.at(-2) ?? last) : last;
};

const indexNames: ReadonlySet<string> = new Set(["index", "__init__", "mod", "lib", "main"]);
const extensions: ReadonlySet<string> = new Set([
  "ts",
  "tsx",
  "mts",
  "cts",
  "js",
  "jsx",
  "mjs",
  "cjs",
  "d",
  "py",
  "pyi",
  "go",
  "rs",
  "java",
]);

const nothing: ReadonlyMap<string, string> = new Map();

/** By name; several of one name (a field beside the method that reads it) have one together. */
const shapes = perFile((facts): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const definition of facts.definitions) found.set(definition.name, (found.get(definition.name) ?? "") + shapeOf(facts, definition));
  return found;
});

/** All of a definition that others can notice. */
const shapeOf = (facts: FileFacts, definition: Definition): string => {
  const { kind, visibility, signature, type, supertypes } = definition;
  return JSON.stringify([kind, visibility, isOffered(facts, definition), signature, type, supertypes]);
};

const addName = (names: Set<string>, name: string, facts: FileFacts | null): void => {
  names.add(name.slice(name.lastIndexOf(".") + 1));
  for (const { name: offered } of facts ? offersOf(facts, name) : []) names.add(offered);
};

const offerKeys = perFile(
  (facts): ReadonlyMap<string, string> =>
    new Map(facts.exports.map(({ name, local, from }) => [JSON.stringify([name, local, from?.module, from?.imported]), name])),
);
