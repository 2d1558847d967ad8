import type { Definition, DefinitionKind } from "../../model/code.ts";
import type { Language } from "../languages.ts";
import { fieldOf, fieldsOf, has, isA, type Outline, type Piece, roleOf, textOf } from "./outline.ts";
import type { Place, Places } from "./places.ts";
import { Signatures } from "./signatures.ts";
import { sketchOf } from "./sketch.ts";
import { hashOf, type Tokens, tokensIn } from "./tokens.ts";
import type { Values } from "./values.ts";

/** What of a text the definitions in it are made from. */
export interface Text {
  readonly outline: Outline;
  readonly places: Places;
  readonly values: Values;
  readonly tokens: Tokens;
  readonly language: Language;
  /** Names that an export statement speaks of. */
  readonly listed: ReadonlySet<string>;
}

/** What the text defines for others to name. Those of one name and kind (overloads, getter and setter) are one. */
export const definitionsOf = (text: Text): Definition[] => {
  const groups = new Map<string, [Place, ...Place[]]>();
  for (const place of text.places.list) {
    const key = `${kindOf(place, text.places)} ${place.name}`;
    const group = groups.get(key);
    if (group) group.push(place);
    else groups.set(key, [place]);
  }
  const signatures = new Signatures(text.outline, text.values);
  return [...groups.values()].map((group) => definitionOf(group, signatures, text));
};

const definitionOf = (group: readonly [Place, ...Place[]], signatures: Signatures, text: Text): Definition => {
  const [first] = group;
  const kind = kindOf(first, text.places);
  const pieces = group.map(({ piece }) => piece);
  // A field is made once, however often `self.x = …` sets it.
  const standing = group.filter((place) => place === first || !has(place.piece, "promoted"));
  const body = standing.flatMap(({ piece }) => tokensIn(text.tokens, rangeOf(piece))).map((token) => (token === first.own ? "" : token));
  return {
    name: first.name,
    kind,
    line: rangeOf(first.piece).line,
    endLine: Math.max(...standing.map(({ piece }) => rangeOf(piece).node.endPosition.row + 1)),
    visibility: visibilityOf(group, text),
    signature:
      called.has(kind) || has(first.piece, "canonical") ? signatures.of(kind === "class" ? makersOf(first, text.places) : pieces) : null,
    type: kind === "variable" || kind === "field" ? typeOf(pieces, text.values) : null,
    supertypes: [...pieces, ...text.places.containersOf(first.name)].flatMap((piece) => supertypesOf(piece, text.outline)),
    own: hashOf(standing.flatMap((place) => tokensIn(text.tokens, rangeOf(place.piece), insideOf(place, text.places)))),
    body: hashOf(body),
    sketch: sketchOf(body),
  };
};

/** A function that is a member is a method, a variable that is one is a field; those of a module stay what they are. */
const kindOf = ({ piece, name, own, member }: Place, places: Places): DefinitionKind => {
  const role = roleOf(piece, "definition");
  if (role === "definition.constructor") return "method";
  const kind = kinds.find((one) => role === `definition.${one}`) ?? "variable";
  if (!member || (kind !== "function" && kind !== "variable")) return kind;
  const owner = places.named(name.slice(0, -own.length - 1));
  if (owner && roleOf(owner.piece, "definition") === "definition.module") return kind;
  return kind === "function" ? "method" : "field";
};

const kinds = ["function", "method", "class", "interface", "struct", "trait", "enum", "type", "variable", "field", "module"] as const;

const called: ReadonlySet<DefinitionKind> = new Set(["function", "method", "class"]);

/** A variable that a pattern makes is as long as its statement. */
const rangeOf = (piece: Piece): Piece => {
  if (!isA(piece, "binding")) return piece;
  let at: Piece | null = piece;
  while (at && !has(at, "declares")) at = at.parent;
  return at ?? piece;
};

/** Of overloads that of those whom most may use. */
const visibilityOf = (group: readonly [Place, ...Place[]], { language, listed }: Text): Definition["visibility"] => {
  const found = group.map(({ piece, own, name, member }) => {
    const word = words.find((one) => fieldOf(piece, one));
    if (word) return word;
    return !member && (listed.has(name) || isExported(piece)) ? "public" : language.visibility(own, member);
  });
  return words.findLast((word) => found.includes(word)) ?? "private";
};

const words = ["private", "package", "public"] as const;

/** Whether it stands in an export statement, with nothing between that it would be a part of. */
export const isExported = (piece: Piece): boolean => exportAround(piece) !== undefined;

export const exportAround = (piece: Piece): Piece | undefined => {
  for (let at: Piece | null = piece; at; at = at.parent) {
    if (isA(at, "export")) return at;
    if (at !== piece && roleOf(at, "definition")) return undefined;
  }
  return undefined;
};

/** Expressions are none: `extends mixin(Base)`. */
const supertypesOf = (piece: Piece, outline: Outline): string[] =>
  fieldsOf(piece, "supertype")
    .map((supertype) => textOf(outline, supertype))
    .filter((name) => !/[\s()]/.test(name));

/** By its annotation, or by what it is set to. */
const typeOf = (pieces: readonly Piece[], values: Values): string | null => {
  for (const piece of pieces) {
    const name = values.typeName(fieldOf(piece, "type") ?? values.typeOf(fieldOf(piece, "value")));
    if (name !== null) return name;
  }
  return null;
};

/** The constructors of a class; the class itself where it has none, or is called by what it says of its fields as well. */
const makersOf = ({ piece, name }: Place, { list }: Places): Piece[] => {
  const constructors = list.filter((other) => has(other.piece, "definition.constructor") && other.name === `${name}.${other.own}`);
  const pieces = constructors.map((constructor) => constructor.piece);
  return pieces.length === 0 || has(piece, "canonical") ? [piece, ...pieces] : pieces;
};

/** Its members; they follow it in the list, which is in the order of the text. What else stands in it is a part of it: fields that a method makes. */
const insideOf = (place: Place, { list }: Places): Piece[] => {
  const found: Piece[] = [];
  for (let at = place.index + 1; at < list.length; at++) {
    const other = list[at];
    if (!other || other.piece.start >= place.piece.end) break;
    if (other.piece.end <= place.piece.end && other.name.startsWith(`${place.name}.`)) found.push(other.piece);
  }
  return found;
};
