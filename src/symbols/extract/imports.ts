import type { Import, ImportedName } from "../../model/code.ts";
import type { Language } from "../languages.ts";
import { has, type Outline, type Piece, type Saying, textOf } from "./outline.ts";
import { scopeOf, type Scopes } from "./scopes.ts";

/** The imports of a text, one for each statement and module, in its order. Binds what they bring in. */
export const importsOf = (outline: Outline, scopes: Scopes, language: Language): Import[] => {
  const found = new Map<string, { readonly of: Omit<Import, "names">; readonly names: Map<string, ImportedName> }>();
  for (const piece of outline.pieces) {
    if (!has(piece, "import")) continue;
    for (const saying of lastOfEach(piece.said)) {
      const module = moduleOf(piece, saying, outline);
      if (module === undefined) continue;
      const form = formOf(piece, saying);
      const key = `${piece.start} ${form} ${module}`;
      const entry = found.get(key) ?? { of: { module, line: piece.line, form }, names: new Map<string, ImportedName>() };
      found.set(key, entry);
      const name = nameOf(saying, module, piece, outline, language);
      if (!name) continue;
      entry.names.set(`${name.imported} ${name.local}`, name);
      const [root = ""] = name.local.split(".");
      if (root) scopes.bind(scopeOf(piece.parent), root, imported);
    }
  }
  return [...found.values()]
    .filter(({ names, of }) => names.size > 0 || !shadowed(of, found))
    .map(({ of, names }) => ({ ...of, names: [...names.values()] }));
};

const imported = { kind: "import", path: [], space: "both", from: 0, type: undefined, value: undefined } as const;

/** A statement with names of both forms, or of several modules, says nothing by itself. */
const shadowed = (
  of: Omit<Import, "names">,
  found: ReadonlyMap<string, { readonly of: Omit<Import, "names">; readonly names: ReadonlyMap<string, unknown> }>,
): boolean =>
  [...found.values()].some(
    (other) => other.of !== of && other.of.line === of.line && other.of.module === of.module && other.names.size > 0,
  );

const first = ({ fields }: Saying, role: string): Piece | undefined => fields.find(([name]) => name === role)?.[1];

/** With what stands before it in the groups around: `use a::{b::{c}}`. */
const moduleOf = (piece: Piece, saying: Saying, outline: Outline): string | undefined => {
  const own = first(saying, "module");
  return own && textOf(outline, own);
};

const formOf = (piece: Piece, saying: Saying): Import["form"] => {
  const sayings = [saying, ...piece.said.filter((other) => !brings(other))];
  return forms.find((form) => sayings.some((one) => first(one, `form.${form}`))) ?? "static";
};

/** Of the matches about one name that of the last pattern. */
const lastOfEach = (said: readonly Saying[]): Saying[] => {
  const kept = new Map<Piece | undefined, Saying>();
  for (const saying of said) {
    const about = saying.fields.find(([role]) => bringing.includes(role))?.[1];
    const before = kept.get(about);
    if (!before || before.pattern <= saying.pattern) kept.set(about, saying);
  }
  return [...kept.values()];
};

const bringing = ["imported", "default", "namespace", "star", "unnamed"];

const forms = ["type", "dynamic", "require"] as const;

/** Whether a match is about one name, and not the statement as a whole. */
const brings = ({ fields }: Saying): boolean => fields.some(([role]) => bringing.includes(role));

const nameOf = (saying: Saying, module: string, piece: Piece, outline: Outline, language: Language): ImportedName | undefined => {
  const [imported, local, whole, star] = [
    first(saying, "imported"),
    first(saying, "local"),
    first(saying, "namespace"),
    first(saying, "star"),
  ];
  const by = first(saying, "default");
  if (star) return { imported: "**", local: "", line: star.line };
  if (whole) return { imported: "*", local: textOf(outline, whole), line: whole.line };
  if (by) return { imported: "default", local: textOf(outline, by), line: by.line };
  if (imported) return { imported: textOf(outline, imported), local: textOf(outline, local ?? imported), line: imported.line };
  if (first(saying, "unnamed"))
    return { imported: "*", local: language.moduleName?.(module) ?? module.split("/").at(-1) ?? module, line: piece.line };
  return undefined;
};
