import type { Language } from "../languages.ts";
import { fieldOf, fieldsOf, has, isA, type Outline, type Piece, textOf } from "./outline.ts";
import { scopeOf, type Scopes } from "./scopes.ts";

/** A definition that others can name, with what it is a member of. */
export interface Place {
  readonly piece: Piece;
  readonly name: string;
  /** The last step of `name`. */
  readonly own: string;
  readonly member: boolean;
}

/** Where the definitions of a text stand: those that others can name, by their piece, in the order of the text. Binds the names of all of them. */
export const placesOf = (outline: Outline, scopes: Scopes, language: Pick<Language, "name">): Map<Piece, Place> => {
  const places = new Map<Piece, Place>();
  for (const piece of outline.pieces) {
    if (!piece.roles.some((role) => role.startsWith("definition."))) continue;
    const name = fieldOf(piece, "name");
    if (!name && !has(piece, "definition.default")) continue;
    const own = name ? plain(textOf(outline, name)) : "default";
    const around = surroundings(piece, places, outline);
    if (around) {
      const owner = fieldOf(piece, "owner");
      const prefix = owner ? textOf(outline, owner) : around.prefix;
      places.set(piece, { piece, name: prefix ? `${prefix}.${own}` : own, own, member: prefix !== "" });
    }
    bindName(piece, own, places.get(piece), scopes);
  }
  void language;
  return places;
};

/** What a definition is a member of; undefined when it is local to something. */
const surroundings = (piece: Piece, places: ReadonlyMap<Piece, Place>, outline: Outline): { readonly prefix: string } | undefined => {
  for (let at = piece.parent; at; at = at.parent) {
    if (isA(at, "members")) {
      const owner = ownerOf(at);
      if (!owner) return undefined;
      if (has(owner, "container"))
        return {
          prefix: fieldsOf(owner, "name")
            .map((name) => textOf(outline, name))
            .join("."),
        };
      const place = places.get(owner);
      return place && { prefix: place.name };
    }
    if (isA(at, "scope") || isA(at, "definition")) return undefined;
  }
  return { prefix: "" };
};

const ownerOf = (members: Piece): Piece | null => {
  let at = members.parent;
  while (at && !(isA(at, "definition") || has(at, "container"))) at = at.parent;
  return at;
};

/** A local definition hides what is called the same further out; a member only where members go by their bare names. */
const bindName = (piece: Piece, own: string, place: Place | undefined, scopes: Scopes): void => {
  const scope = scopeOf(piece.parent);
  if (place?.member && !(scope && has(scope, "members.scope"))) return;
  if (!place && (has(piece, "definition.field") || has(piece, "definition.method"))) return;
  scopes.bind(scope, own, {
    kind: place?.member ? "member" : "local",
    path: place?.name.split(".") ?? [],
    space: spaceOf(piece),
    from: has(piece, "definition.onward") ? piece.end : 0,
    type: fieldOf(piece, "type"),
    value: fieldOf(piece, "value"),
  });
};

const spaceOf = (piece: Piece): "value" | "type" | "both" => {
  if (has(piece, "definition.interface") || has(piece, "definition.type")) return "type";
  return has(piece, "definition.variable") || has(piece, "definition.function") ? "value" : "both";
};

/** A name in quotes without them. */
const plain = (name: string): string => name.replace(/^(["'`])(.*)\1$/, "$2");
