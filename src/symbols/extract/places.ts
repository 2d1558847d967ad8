import { fieldOf, fieldsOf, has, isA, isImported, nameIn, type Outline, type Piece, roleOf, textOf } from "./outline.ts";
import { type Scopes, scopeOf } from "./scopes.ts";

/** A definition that others can name, with what it is a member of. */
export interface Place {
  readonly piece: Piece;
  readonly name: string;
  /** The last step of `name`. */
  readonly own: string;
  readonly member: boolean;
  /** Where it is in `Places.list`. */
  readonly index: number;
}

/** The definitions of a text that others can name, in its order. */
export class Places {
  readonly list: Place[] = [];
  readonly #byPiece = new Map<Piece, Place>();
  readonly #byName = new Map<string, Place>();
  readonly #containers = new Map<Piece, string>();

  add(found: Omit<Place, "index">): void {
    const place = { ...found, index: this.list.length };
    this.list.push(place);
    this.#byPiece.set(place.piece, place);
    if (!this.#byName.has(place.name)) this.#byName.set(place.name, place);
  }

  at(piece: Piece): Place | undefined {
    return this.#byPiece.get(piece);
  }

  named(name: string): Place | undefined {
    return this.#byName.get(name);
  }

  addContainer(piece: Piece, name: string): void {
    this.#containers.set(piece, name);
  }

  /** Of what type things in a container are members; undefined when nobody else can name it. */
  containerName(piece: Piece): string | undefined {
    return this.#containers.get(piece);
  }

  containersOf(name: string): Piece[] {
    return [...this.#containers].filter(([, type]) => type === name).map(([piece]) => piece);
  }
}

/** Finds the definitions of a text, and binds the names of all of them, the local ones too. */
export const placesOf = (outline: Outline, scopes: Scopes): Places => {
  const places = new Places();
  for (const piece of outline.pieces) {
    if (has(piece, "container")) addContainer(piece, outline, places);
    else if (roleOf(piece, "definition")) bindDefinition(piece, outline, scopes, places);
    else if (isTopBinding(piece)) addVariable(piece, outline, scopes, places);
  }
  return places;
};

/** The class or the like that `piece` is in the body of; undefined too where `this` is something else. */
export const placeAround = (piece: Piece, places: Places): Place | undefined => {
  const owner = ownerAround(piece);
  return owner && places.at(owner);
};

/** The name of that class; in a container, that which it is called by there. */
export const typeNameAround = (piece: Piece, places: Places): string | undefined => {
  const owner = ownerAround(piece);
  return owner && (places.at(owner)?.name ?? places.containerName(owner)?.split(".").at(-1));
};

const ownerAround = (piece: Piece): Piece | undefined => {
  for (let at = piece.parent; at; at = at.parent) {
    if (isA(at, "members")) return ownerOf(at) ?? undefined;
    if (has(at, "selfless")) return undefined;
  }
  return undefined;
};

const addContainer = (piece: Piece, outline: Outline, places: Places): void => {
  const own = fieldsOf(piece, "name").map((name) => textOf(outline, name));
  const prefix = own.length > 0 ? prefixOf(piece, outline, places) : undefined;
  if (prefix !== undefined) places.addContainer(piece, [...(prefix ? [prefix] : []), ...own].join("."));
};

const bindDefinition = (piece: Piece, outline: Outline, scopes: Scopes, places: Places): void => {
  const name = fieldOf(piece, "name");
  if ((!name && !has(piece, "nameless")) || (name && isImported(name))) return;
  const own = name ? nameIn(outline, name) : "default";
  const prefix = prefixOf(piece, outline, places);
  if (prefix !== undefined) places.add({ piece, name: prefix ? `${prefix}.${own}` : own, own, member: prefix !== "" });
  bindName(piece, own, places.at(piece), scopes);
};

/** What a definition is a member of, "" for the top; undefined when it is local to something. */
const prefixOf = (piece: Piece, outline: Outline, places: Places): string | undefined => {
  const owner = fieldOf(piece, "owner");
  if (owner) return textOf(outline, owner);
  const promoted = has(piece, "promoted");
  for (let at = piece.parent; at; at = at.parent) {
    if (isA(at, "members")) {
      const around = ownerOf(at);
      return around ? (places.at(around)?.name ?? places.containerName(around)) : undefined;
    }
    if (!promoted && (isA(at, "scope") || isA(at, "definition"))) return undefined;
  }
  return promoted ? undefined : "";
};

const ownerOf = (members: Piece): Piece | null => {
  let at = members.parent;
  while (at && !(isA(at, "definition") || has(at, "container"))) at = at.parent;
  return at;
};

/** A local definition hides what is called the same further out; a member only where members go by their bare names. */
const bindName = (piece: Piece, own: string, place: Place | undefined, scopes: Scopes): void => {
  const scope = scopeOf(piece.parent);
  const bare = scope !== null && has(scope, "members.scope") && !has(piece, "definition.constructor");
  if (has(piece, "promoted") || (!bare && (place ? place.member : isMemberOnly(piece)))) return;
  scopes.bind(scope, own, {
    kind: place?.member ? "member" : "local",
    path: place?.name.split(".") ?? [],
    space: spaceOf(piece),
    from: has(piece, "definition.onward") ? piece.end : 0,
    type: fieldOf(piece, "type"),
    value: fieldOf(piece, "value"),
    key: undefined,
  });
};

/** Nobody further out can name a method or a field of something that has no name. */
const isMemberOnly = (piece: Piece): boolean => ["field", "method", "constructor"].some((kind) => has(piece, `definition.${kind}`));

const spaceOf = (piece: Piece): "value" | "type" | "both" => {
  const role = roleOf(piece, "definition");
  if (role === "definition.interface" || role === "definition.type") return has(piece, "valued") ? "both" : "type";
  return role === "definition.variable" || role === "definition.function" || role === "definition.field" ? "value" : "both";
};

/** A `@binding` that is in no scope: `const { a, b } = make()` at the top. */
const isTopBinding = (piece: Piece): boolean =>
  (has(piece, "binding") || has(piece, "binding.hoisted") || has(piece, "binding.onward")) &&
  !has(piece, "assigned") &&
  !isImported(piece) &&
  scopeOf(piece.parent) === null;

const addVariable = (piece: Piece, outline: Outline, scopes: Scopes, places: Places): void => {
  const own = textOf(outline, piece);
  if (places.named(own)) return;
  places.add({ piece, name: own, own, member: false });
  bindName(piece, own, places.at(piece), scopes);
};
