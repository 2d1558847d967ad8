import type { Definition, DefinitionKind, Parameter, Signature } from "../../model/code.ts";
import type { Language } from "../languages.ts";
import { fieldOf, fieldsOf, has, isA, type Outline, type Piece, roleOf, textOf } from "./outline.ts";
import type { Place } from "./places.ts";
import { sketchOf } from "./sketch.ts";
import { hashOf, type Tokens, tokensIn } from "./tokens.ts";

/** What the text defines for others to name. Those of one name and kind (overloads, getter and setter) are one. */
export const definitionsOf = (outline: Outline, places: ReadonlyMap<Piece, Place>, tokens: Tokens, language: Language): Definition[] => {
  const groups = new Map<string, Place[]>();
  for (const place of places.values()) {
    const key = `${kindOf(place)} ${place.name}`;
    groups.set(key, [...(groups.get(key) ?? []), place]);
  }
  const signatures = signaturesIn(outline);
  return [...groups.values()].map((group) => definitionOf(group, outline, places, tokens, language, signatures));
};

const definitionOf = (
  group: readonly Place[],
  outline: Outline,
  places: ReadonlyMap<Piece, Place>,
  tokens: Tokens,
  language: Language,
  signatures: ReadonlyMap<Piece, readonly Piece[]>,
): Definition => {
  const [first] = group;
  const last = group.at(-1);
  if (!first || !last) throw new Error("a definition stands somewhere");
  const kind = kindOf(first);
  const type = group.map(({ piece }) => fieldOf(piece, "type") ?? fieldOf(piece, "returns")).find((piece) => piece !== undefined);
  const inside = [...places.keys()];
  const own = group.flatMap(({ piece }) =>
    tokensIn(
      tokens,
      piece,
      inside.filter((other) => other !== piece && other.start >= piece.start && other.end <= piece.end),
    ),
  );
  const body = group.flatMap(({ piece }) => tokensIn(tokens, piece)).map((token) => (token === first.own ? "" : token));
  return {
    name: first.name,
    kind,
    line: first.piece.line,
    endLine: last.piece.node.endPosition.row + 1,
    visibility: visibilityOf(first, language),
    signature: signatureOf(first, outline, signatures),
    type: type && (kind === "variable" || kind === "field") ? plainName(type, outline) : null,
    supertypes: fieldsOf(first.piece, "supertype").map((piece) => textOf(outline, piece)),
    own: hashOf(own),
    body: hashOf(body),
    sketch: sketchOf(body),
  };
};

/** A function that is a member is a method, a variable that is one is a field. */
const kindOf = ({ piece, member }: Place): DefinitionKind => {
  const kind = kinds.find((one) => roleOf(piece, "definition") === `definition.${one}`) ?? "variable";
  return member && kind === "function" ? "method" : member && kind === "variable" ? "field" : kind;
};

const kinds: readonly DefinitionKind[] = [
  ...(["function", "method", "class", "interface", "struct", "trait", "enum", "type", "variable", "field", "module"] as const),
];

const visibilityOf = ({ piece, own, member }: Place, language: Language): Definition["visibility"] => {
  for (const word of ["private", "package", "public"] as const) if (fieldOf(piece, word)) return word;
  for (let at = piece.parent; at && !isA(at, "definition"); at = at.parent) if (has(at, "export")) return "public";
  return language.visibility(own, member);
};

/** The parameters of each thing that can be called. */
const signaturesIn = ({ pieces }: Outline): Map<Piece, Piece[]> => {
  const found = new Map<Piece, Piece[]>();
  for (const piece of pieces) {
    if (has(piece, "callable")) found.set(piece, []);
    if (!has(piece, "parameter")) continue;
    let at = piece.parent;
    while (at && !has(at, "callable")) at = at.parent;
    if (at) found.get(at)?.push(piece);
  }
  return found;
};

const signatureOf = ({ piece }: Place, outline: Outline, signatures: ReadonlyMap<Piece, readonly Piece[]>): Signature | null => {
  const callable = has(piece, "callable") ? piece : fieldOf(piece, "called");
  const parameters = callable && signatures.get(callable);
  if (!parameters) return null;
  const returns = fieldOf(callable, "returns") ?? fieldOf(piece, "returns");
  return {
    parameters: parameters.map((parameter) => parameterOf(parameter, outline)),
    async: has(callable, "async") || fieldOf(callable, "async") !== undefined,
    typeParameters: fieldsOf(callable, "typeParameter").length,
    returns: returns ? plainName(returns, outline) : null,
  };
};

const parameterOf = (piece: Piece, outline: Outline): Parameter => {
  const [name, type] = [fieldOf(piece, "name"), fieldOf(piece, "type")];
  return {
    name: name ? textOf(outline, name) : null,
    type: type ? textOf(outline, type).replace(/\s+/g, "") : null,
    optional: fieldOf(piece, "optional") !== undefined,
    rest: fieldOf(piece, "rest") !== undefined,
    named: fieldOf(piece, "named") !== undefined,
  };
};

/** The name of a type, behind whatever has the same members: `User | null`, `Promise<User>`. Null for a type without a name. */
const plainName = (type: Piece, outline: Outline): string | null => {
  let at: Piece | undefined = type;
  for (let depth = 0; at && has(at, "same") && depth < 16; depth++) at = fieldOf(at, "value");
  return at && (isA(at, "ref") || has(at, "member")) ? textOf(outline, at) : null;
};
