import type { Import, ImportedName } from "../../model/code.ts";
import type { Language } from "../languages.ts";
import { inMatch, moduleNameOf, statementOf } from "./module-name.ts";
import { has, nameIn, type Outline, type Piece, type Saying } from "./outline.ts";
import { type Binding, type Scopes, scopeOf } from "./scopes.ts";

/** The imports of a text, one for each statement, module and form, in its order. Binds what they bring in. */
export const importsOf = (outline: Outline, scopes: Scopes, language: Language): Import[] => {
  const found = new Map<string, Found>();
  for (const piece of outline.pieces) {
    if (!has(piece, "import")) continue;
    const statement = statementOf(piece);
    for (const saying of lastOfEach(piece.said)) {
      const module = moduleNameOf(piece, saying, outline, language.separator ?? "");
      if (module === undefined) continue;
      const form = formOf(piece, saying);
      const one = found.get(`${statement.start} ${form} ${module}`) ?? { statement, module, form, names: new Map() };
      found.set(`${statement.start} ${form} ${module}`, one);
      const name = nameOf(piece, saying, module, outline, language);
      if (!name) continue;
      one.names.set(`${name.imported} ${name.local}`, name);
      const [root = ""] = name.local.split(".");
      if (root) scopes.bind(scopeOf(piece.parent), root, bound);
    }
  }
  return [...found.values()]
    .filter((one) => !isEmptyBesideOthers(one, found))
    .map(({ statement, module, form, names }) => ({
      ...{ module, line: statement.line, form },
      names: [...names.values()],
    }));
};

interface Found {
  readonly statement: Piece;
  readonly module: string;
  readonly form: Import["form"];
  readonly names: Map<string, ImportedName>;
}

const bound: Binding = { kind: "import", path: [], space: "both", from: 0, type: undefined, value: undefined, key: undefined };

/** A match about a name says what it is of; others are about the statement. */
const bringing = ["imported", "used", "default", "namespace", "star", "unnamed", "itself"];

const broughtBy = ({ fields }: Saying): Piece | undefined => fields.find(([role]) => bringing.includes(role))?.[1];

/** Of the matches about one name that of the last pattern. */
const lastOfEach = (said: readonly Saying[]): Saying[] => {
  const kept = new Map<Piece | undefined, Saying>();
  for (const saying of said) {
    const before = kept.get(broughtBy(saying));
    if (!before || before.pattern <= saying.pattern) kept.set(broughtBy(saying), saying);
  }
  return [...kept.values()];
};

const forms = ["type", "dynamic", "require"] as const;

const formOf = (piece: Piece, saying: Saying): Import["form"] => {
  const sayings = [saying, ...piece.said.filter((other) => !broughtBy(other))];
  return forms.find((form) => sayings.some((one) => inMatch(one, `form.${form}`))) ?? "static";
};

const nameOf = (piece: Piece, saying: Saying, module: string, outline: Outline, language: Language): ImportedName | undefined => {
  const brought = broughtBy(saying);
  if (!brought) return undefined;
  const { line } = brought;
  const text = (role: string): string | undefined => {
    const found = inMatch(saying, role);
    return found && nameIn(outline, found);
  };
  const [imported, used, byDefault, whole] = [text("imported"), text("used"), text("default"), text("namespace")];
  if (imported !== undefined) return { imported, local: text("local") ?? imported, line };
  if (used !== undefined) return { imported: used, local: "", line };
  if (byDefault !== undefined) return { imported: "default", local: byDefault, line };
  if (whole !== undefined) return { imported: "*", local: whole, line };
  if (inMatch(saying, "star")) return { imported: "**", local: "", line };
  const name = language.moduleName?.(module) ?? module.split(/[./:]+/).at(-1) ?? module;
  return { imported: "*", local: text("local") ?? name, line };
};

/** A statement whose names are all of another form, or of modules further in. */
const isEmptyBesideOthers = (one: Found, found: ReadonlyMap<string, Found>): boolean =>
  one.names.size === 0 && [...found.values()].some(({ statement, names }) => statement === one.statement && names.size > 0);
