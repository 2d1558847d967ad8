import type { Altered } from "./altered-side.ts";
import { definitionsNamed } from "./facts-index.ts";
import type { Found } from "./resolve.ts";

/**
 * Whether a member went that its type hardly has from elsewhere, too. Of a type that inherits from one nobody can read, that can only be told from what
 * went: a field, or a method that has another name now. A method that is simply gone may have stood in the way of an inherited one.
 */
export const wasItsOwn = (sound: Found, { find, successors }: Altered): boolean => {
  if (sound.kind !== "definition") return false;
  const { path, definition } = sound;
  const { name, kind, body } = definition;
  const file = find(path);
  const type = name.slice(0, Math.max(0, name.lastIndexOf(".")));
  const [before, after] = [file?.before, file?.after].map((facts) => (facts ? definitionsNamed(facts, type)[0] : undefined));
  if (!before || !after || before.supertypes.join() !== after.supertypes.join()) return false;
  if (kind === "field") return !oftenInherited.has(name.slice(type.length + 1));
  return successors(definition, path).some((one) => one.definition.body === body && one.definition.name.startsWith(`${type}.`));
};

/**
 * Whether a definition went from a file that does not parse somewhere, and did not before either: its grammar does not know all of the language.
 * What was seen there before and is not seen any more is gone all the same.
 */
export const wentFromMarred = (sound: Found, marred: string, { find }: Altered): boolean => {
  if (sound.kind !== "definition" || marred !== sound.path) return false;
  const { before, after } = find(sound.path) ?? {};
  if (!before || !after || before.syntaxError === null) return false;
  const { name } = sound.definition;
  return definitionsNamed(before, name).length > 0 && definitionsNamed(after, name).length === 0;
};

/** Fields that models, components, errors and enums have of themselves. */
const oftenInherited: ReadonlySet<string> = new Set(
  "args cause code context id message metadata name objects pk props query refs session stack state status value".split(" "),
);
