import type { Definition, Export, Import } from "../../model/code.ts";
import type { Language } from "../languages.ts";
import { exportAround } from "./definitions.ts";
import { inMatch, moduleNameOf } from "./module-name.ts";
import { has, isA, nameIn, type Outline, type Piece, type Saying } from "./outline.ts";
import type { Places } from "./places.ts";

/** What export statements offer, in the order of the text. */
export const listedExportsOf = (outline: Outline, places: Places, language: Language): Export[] => {
  const found = new Map<string, Export>();
  const add = (one: Export): void => {
    const key = [one.name, one.local, one.from?.module, one.from?.imported].join("\n");
    if (!found.has(key)) found.set(key, one);
  };
  for (const piece of outline.pieces) {
    if (isA(piece, "export"))
      for (const saying of lastOfEach(piece.said)) for (const one of offered(piece, saying, outline, language)) add(one);
    const place = places.at(piece);
    const statement = place && !place.member ? exportAround(piece) : undefined;
    if (!place || !statement) continue;
    add({ name: has(statement, "export.default") ? "default" : place.name, local: place.name, from: null, line: piece.line });
  }
  return [...found.values()];
};

/** What a language without export statements offers: whatever stands at the top and is not private; with `all`, what is imported there too. */
export const visibleExportsOf = (
  definitions: readonly Definition[],
  imports: readonly Import[],
  exports: Language["exports"],
): Export[] => {
  if (exports === "listed") return [];
  const own = definitions.filter(({ name, visibility }) => visibility !== "private" && !name.includes("."));
  const taken = exports === "all" ? imports.flatMap(({ names }) => names).filter(({ local }) => local !== "" && !local.includes(".")) : [];
  return [...own.map(({ name, line }) => ({ name, line })), ...taken.map(({ local, line }) => ({ name: local, line }))].map(
    ({ name, line }) => ({
      ...{ name, local: name, from: null },
      line,
    }),
  );
};

/** Of the matches about one name that of the last pattern. */
const lastOfEach = (said: readonly Saying[]): Saying[] => {
  const kept = new Map<Piece | undefined, Saying>();
  for (const saying of said) {
    const about = inMatch(saying, "exported") ?? inMatch(saying, "as") ?? inMatch(saying, "star");
    const before = kept.get(about);
    if (about && (!before || before.pattern <= saying.pattern)) kept.set(about, saying);
  }
  return [...kept.values()];
};

function* offered(piece: Piece, saying: Saying, outline: Outline, language: Language): Generator<Export> {
  const text = (role: string): string | undefined => {
    const found = inMatch(saying, role);
    return found && nameIn(outline, found);
  };
  const [exported, as] = [text("exported"), text("as")];
  const module = moduleNameOf(piece, saying, outline, language.separator ?? "");
  const { line } = inMatch(saying, "exported") ?? inMatch(saying, "as") ?? piece;
  if (exported !== undefined) {
    const name = as ?? (inMatch(saying, "export.default") ? "default" : exported);
    yield module === undefined
      ? { name, local: exported, from: null, line }
      : { name, local: null, from: { module, imported: exported }, line };
  } else if (module !== undefined) {
    yield { name: inMatch(saying, "star") ? "*" : (as ?? ""), local: null, from: { module, imported: "*" }, line };
  }
}
