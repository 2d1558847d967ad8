import type { Definition, Export } from "../../model/code.ts";
import type { Language } from "../languages.ts";
import { has, type Outline, type Piece, type Saying, textOf } from "./outline.ts";
import type { Place } from "./places.ts";

/** What a text offers: by its export statements, or because it stands at the top and is not private. */
export const exportsOf = (
  outline: Outline,
  places: ReadonlyMap<Piece, Place>,
  definitions: readonly Definition[],
  language: Language,
): Export[] => {
  const found = new Map<string, Export>();
  const add = (one: Export): void => void found.set(`${one.name} ${one.local} ${one.from?.module} ${one.from?.imported}`, one);
  if (language.exports === "visible") {
    for (const { name, visibility, line } of definitions) {
      if (visibility !== "private" && !name.includes(".")) add({ name, local: name, from: null, line });
    }
  }
  for (const piece of outline.pieces) {
    if (has(piece, "export")) for (const saying of piece.said) for (const one of said(piece, saying, outline)) add(one);
    const place = places.get(piece);
    const statement = place && !place.member && exportAround(piece);
    if (place && statement) {
      const name = has(statement, "export.default") ? "default" : place.name;
      add({ name, local: place.name, from: null, line: piece.line });
    }
  }
  return [...found.values()].sort((a, b) => a.line - b.line);
};

const exportAround = (piece: Piece): Piece | undefined => {
  for (let at: Piece | null = piece; at; at = at.parent) {
    if (has(at, "export")) return at;
    if (at !== piece && at.roles.some((role) => role.startsWith("definition."))) return undefined;
  }
  return undefined;
};

function* said(piece: Piece, { fields }: Saying, outline: Outline): Generator<Export> {
  const text = (role: string): string | undefined => {
    const found = fields.find(([name]) => name === role)?.[1];
    return found && textOf(outline, found);
  };
  const [exported, as, module] = [text("exported"), text("as"), text("module")];
  const line = (fields.find(([name]) => name === "exported" || name === "as")?.[1] ?? piece).line;
  if (module !== undefined) {
    if (exported !== undefined) yield { name: as ?? exported, local: null, from: { module, imported: exported }, line };
    else if (as !== undefined) yield { name: as, local: null, from: { module, imported: "*" }, line };
    else if (text("star") !== undefined) yield { name: "*", local: null, from: { module, imported: "*" }, line };
  } else if (exported !== undefined) {
    yield { name: as ?? (has(piece, "export.default") ? "default" : exported), local: exported, from: null, line };
  } else if (has(piece, "export.default") && text("anonymous") !== undefined) {
    yield { name: "default", local: "default", from: null, line };
  }
}
