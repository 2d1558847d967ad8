import type { FileFacts } from "../../model/code.ts";
import type { Language } from "../languages.ts";
import { definitionsOf } from "./definitions.ts";
import { listedExportsOf, visibleExportsOf } from "./exports.ts";
import { importsOf } from "./imports.ts";
import { marksIn } from "./marks.ts";
import { fieldsOf, has, type Outline, textOf } from "./outline.ts";
import { placesOf } from "./places.ts";
import { bindLocals, Scopes } from "./scopes.ts";
import { hashOf, tokensOf } from "./tokens.ts";
import { usesIn } from "./uses.ts";
import { Values } from "./values.ts";

/** What an outline says of its file. */
export const fileFacts = (outline: Outline, language: Language): Omit<FileFacts, "syntaxError"> => {
  const scopes = new Scopes();
  const imports = importsOf(outline, scopes, language);
  const places = placesOf(outline, scopes);
  bindLocals(outline, scopes);
  const values = new Values(outline, scopes, places);
  const tokens = tokensOf(outline);
  const listed = listedExportsOf(outline, places, language);
  const definitions = definitionsOf({
    ...{ outline, places, values, language, tokens },
    listed: new Set(listed.flatMap(({ local }) => local ?? [])),
  });
  const clause = outline.pieces.find((piece) => has(piece, "clause"));
  return {
    definitions,
    imports,
    exports: [...listed, ...visibleExportsOf(definitions, imports, language.exports)].sort((a, b) => a.line - b.line),
    uses: [...usesIn(outline, places, values)],
    marks: [...marksIn(outline)],
    package: clause ? textOf(outline, clause) : null,
    starNames: starNamesOf(outline),
    tokens: hashOf(tokens.texts),
  };
};

const starNamesOf = (outline: Outline): string[] | null => {
  const lists = outline.pieces.filter((piece) => has(piece, "starNames"));
  return lists.length > 0 ? lists.flatMap((list) => fieldsOf(list, "starName").map((name) => textOf(outline, name))) : null;
};
