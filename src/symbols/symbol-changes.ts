import type { Definition, FileFacts, SymbolChange } from "../model/code.ts";
import { offersOf } from "./facts-index.ts";

/** What became of a file's definitions, from one version to another; null where there is none. In the order of the text, what was removed last. */
export const symbolChanges = (path: string, before: FileFacts | null, after: FileFacts | null): SymbolChange[] => {
  const known = byName(before);
  const current = byName(after);
  const changes: SymbolChange[] = [];
  for (const [name, definition] of current) {
    const old = known.get(name);
    if (old && old.own === definition.own) continue;
    changes.push(changeOf(path, definition, old ? "changed" : "added", isOffered(after, definition)));
  }
  for (const [name, definition] of known) {
    if (!current.has(name)) changes.push({ ...changeOf(path, definition, "removed", isOffered(before, definition)), own: "" });
  }
  return changes;
};

/** Whether other files can ask for a definition, by its own keywords or by an export list. */
export const isOffered = (facts: FileFacts | null, { name, visibility }: Definition): boolean => {
  if (visibility !== "private" || !facts) return visibility !== "private";
  for (let end = name.indexOf("."); end > 0; end = name.indexOf(".", end + 1))
    if (offersOf(facts, name.slice(0, end)).length > 0) return true;
  return offersOf(facts, name).length > 0;
};

/** Of several definitions of one name (a field beside the method that reads it) the first stands for all, with the tokens of all. */
const byName = (facts: FileFacts | null): Map<string, Definition> => {
  const found = new Map<string, Definition>();
  for (const definition of facts?.definitions ?? []) {
    const first = found.get(definition.name);
    found.set(definition.name, first ? { ...first, own: `${first.own} ${definition.own}` } : definition);
  }
  return found;
};

const changeOf = (
  path: string,
  { name, kind, line, endLine, own }: Definition,
  change: SymbolChange["change"],
  exported: boolean,
): SymbolChange => ({ path, name, kind, change, exported, line, endLine, own });
