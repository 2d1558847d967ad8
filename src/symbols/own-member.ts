import type { Altered } from "./altered-side.ts";
import { definitionsNamed, exportsNamed } from "./facts-index.ts";
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
 * Whether a definition is gone although a file on the way to it, `marred`, does not parse somewhere and might hide it. When the file is the definer's own
 * and never parsed, its grammar does not know all of the language: what was seen there before and is not seen any more is gone all the same. When it
 * only passes things on and nobody touched it, it passes on what it did, if that is still there.
 */
export const wentFromMarred = (sound: Found, marred: string, { find }: Altered): boolean => {
  const file = sound.kind === "definition" ? find(sound.path) : undefined;
  if (sound.kind !== "definition" || !file?.before) return false;
  const { name } = sound.definition;
  const { change, before, after } = file;
  if (definitionsNamed(before, name).length === 0) return false;
  if (marred !== sound.path)
    return (
      passesOnNothingElse(marred, name, find) && (change.newBlob === null || (after !== null && definitionsNamed(after, name).length === 0))
    );
  return after !== null && before.syntaxError !== null && definitionsNamed(after, name).length === 0;
};

/** Nobody touched it; or it parses no worse than before, and does not say that name itself. */
const passesOnNothingElse = (path: string, name: string, find: Altered["find"]): boolean => {
  const { before, after } = find(path) ?? {};
  if (before === undefined) return true;
  return before !== null && before.syntaxError !== null && !!after && exportsNamed(after, name).length === 0;
};

/** Fields that models, components, errors and enums have of themselves. */
const oftenInherited: ReadonlySet<string> = new Set(
  "args cause code context id message metadata name objects pk props query refs session stack state status value".split(" "),
);
