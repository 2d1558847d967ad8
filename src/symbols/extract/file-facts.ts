import type { FileFacts } from "../../model/code.ts";
import type { Language } from "../languages.ts";
import { definitionsOf } from "./definitions.ts";
import { exportsOf } from "./exports.ts";
import { importsOf } from "./imports.ts";
import { marksIn } from "./marks.ts";
import { fieldsOf, has, type Outline, textOf } from "./outline.ts";
import { placesOf } from "./places.ts";
import { bindLocals, Scopes } from "./scopes.ts";
import { tokensOf } from "./tokens.ts";
import { usesIn } from "./uses.ts";
import { Values } from "./values.ts";

/** What an outline says of its file. */
export const fileFacts = (outline: Outline, language: Language, syntaxError: number | null): FileFacts => {
  const scopes = new Scopes();
  const imports = importsOf(outline, scopes, language);
  const places = placesOf(outline, scopes, language);
  bindLocals(outline, scopes);
  for (const piece of outline.pieces) if (has(piece, "assigned")) scopes.assign(piece, textOf(outline, piece));
  const definitions = definitionsOf(outline, places, tokensOf(outline), language);
  const clause = outline.pieces.find((piece) => has(piece, "package"));
  const star = outline.pieces.filter((piece) => has(piece, "starNames"));
  return {
    definitions,
    imports,
    exports: exportsOf(outline, places, definitions, language),
    uses: [...usesIn(outline, places, new Values(outline, scopes, places))],
    marks: [...marksIn(outline)],
    package: clause ? textOf(outline, clause) : null,
    starNames: star.length > 0 ? star.flatMap((piece) => fieldsOf(piece, "starName").map((name) => textOf(outline, name))) : null,
    syntaxError,
  };
};
