import type { Edit, Replacement, Scenario, SideName, Texts } from "./scenario.ts";

/** A path that a side changed: its text then, or null where it is gone. */
export type Worked = ReadonlyMap<string, string | null>;

/** What became of the base in the hands of a side. Throws when a scenario contradicts itself: that is a mistake in it. */
export const workedBy = (scenario: Scenario, side: SideName): Worked => {
  const worked = new Map<string, string | null>();
  for (const [path, edit] of Object.entries(scenario[side] ?? {})) {
    if (isMoved(edit)) worked.set(edit.from, null);
    const text = textOf(path, edit, scenario.base);
    if (text === scenario.base[path]) throw new Error(`${scenario.name}: ${side} leaves ${path} as it was`);
    worked.set(path, text);
  }
  return worked;
};

const isMoved = (edit: Edit): edit is Extract<Edit, { from: string }> => edit !== null && typeof edit === "object" && "from" in edit;

const textOf = (path: string, edit: Edit, base: Texts): string | null => {
  if (typeof edit === "string") return edit;
  if (edit === null) return required(path, base) && null;
  return isMoved(edit) ? replaced(edit.from, edit.edits ?? [], base) : replaced(path, edit, base);
};

const replaced = (path: string, replacements: readonly Replacement[], base: Texts): string => {
  let text = required(path, base);
  for (const [was, is] of replacements) {
    const pieces = text.split(was);
    if (pieces.length !== 2) throw new Error(`${path} has ${pieces.length - 1} times: ${was}`);
    text = pieces.join(is);
  }
  return text;
};

const required = (path: string, base: Texts): string => {
  const text = base[path];
  if (text === undefined) throw new Error(`${path} is not in the base`);
  return text;
};
