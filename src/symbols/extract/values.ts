import type { Use } from "../../model/code.ts";
import { fieldOf, fieldsOf, has, isA, type Outline, type Piece, textOf } from "./outline.ts";
import { type Place, type Places, placeAround, typeNameAround } from "./places.ts";
import type { Binding, Scopes } from "./scopes.ts";

/** What an expression is, as far as names tell: see `Use.path`. */
export interface Value {
  readonly path: readonly string[];
  readonly through: Use["through"];
}

/** Deeper than anything that people write, and the end of `const a = b; const b = a`. */
const deepest = 16;

/** Tells what expressions and types stand for. */
export class Values {
  readonly #outline: Outline;
  readonly #scopes: Scopes;
  readonly #places: Places;

  constructor(outline: Outline, scopes: Scopes, places: Places) {
    this.#outline = outline;
    this.#scopes = scopes;
    this.#places = places;
  }

  /** Undefined for what is local and of no known type, and for what names cannot tell. */
  of(piece: Piece | undefined, depth = 0): Value | undefined {
    if (!piece || depth > deepest || has(piece, "ignore")) return undefined;
    if (has(piece, "self") || has(piece, "class")) return this.#around(piece);
    if (has(piece, "parent")) return this.of(this.#supertypes(piece)[0], depth + 1);
    if (has(piece, "member")) return this.#member(piece, depth);
    if (isA(piece, "ref")) return this.#named(piece, depth);
    if (has(piece, "cast")) return this.ofType(fieldOf(piece, "type"), depth + 1);
    if (has(piece, "new")) return this.ofType(fieldOf(piece, "constructor"), depth + 1);
    if (has(piece, "call")) return asReturned(this.of(fieldOf(piece, "callee"), depth + 1));
    if (has(piece, "same")) return this.of(fieldOf(piece, "value"), depth + 1);
    return undefined;
  }

  /** A value of the type that `piece` names. */
  ofType(piece: Piece | undefined, depth = 0): Value | undefined {
    const type = this.of(piece, depth + 1);
    return type?.through === "name" ? { path: type.path, through: "value" } : undefined;
  }

  /** Whether it is a local name for something that is not: `const call = api.load`. */
  isAlias(piece: Piece): boolean {
    if (!isA(piece, "ref")) return false;
    const bound = this.#scopes.find(piece, textOf(this.#outline, piece), has(piece, "ref.type") ? "type" : "value");
    return bound?.kind === "local" && bound.scope !== null;
  }

  /**
   * The name of a type as written, behind whatever has the same members: `User | null`, `Promise<User>`. Null for a type without a name, and for one that
   * means something here only: a type parameter.
   */
  typeName(type: Piece | undefined): string | null {
    let at = type;
    for (let depth = 0; at && has(at, "same") && depth < deepest; depth++) at = fieldOf(at, "value");
    if (!at || !(isA(at, "ref") || has(at, "member")) || this.of(at)?.through !== "name") return null;
    return has(at, "class") ? (typeNameAround(at, this.#places) ?? null) : textOf(this.#outline, at);
  }

  /** The type that an expression says it has: it makes a value of that type, or is a variable for which a type is given. */
  typeOf(piece: Piece | undefined, depth = 0): Piece | undefined {
    if (!piece || depth > deepest) return undefined;
    if (has(piece, "same")) return this.typeOf(fieldOf(piece, "value"), depth + 1);
    if (has(piece, "cast")) return fieldOf(piece, "type");
    if (has(piece, "new")) return fieldOf(piece, "constructor");
    const bound = isA(piece, "ref") ? this.#scopes.find(piece, textOf(this.#outline, piece), "value") : undefined;
    return bound?.type ?? this.typeOf(bound?.value, depth + 1);
  }

  /** What a member of `piece` is a member of. That differs from its own value where it is a variable or field of this file with a known type. */
  asObject(piece: Piece, depth = 0): Value | undefined {
    const value = this.of(piece, depth);
    const isMember = value?.through === "name" || (value?.through === "value" && value.path.length > 1);
    const place = isMember ? this.#places.named(value.path.join(".")) : undefined;
    return (place && this.#held(piece, place, depth)) ?? value;
  }

  /** What a key of an object or a pattern is a member of. */
  ofKeys(piece: Piece, depth = 0): Value | undefined {
    const [type, value] = [fieldOf(piece, "of.type"), fieldOf(piece, "of")];
    return type ? this.ofType(type, depth + 1) : value && this.asObject(value, depth + 1);
  }

  #held(piece: Piece, { piece: variable }: Place, depth: number): Value | undefined {
    const type = fieldOf(variable, "type");
    if (type) return this.ofType(type, depth + 1);
    const name = textOf(this.#outline, piece);
    const value = isA(piece, "ref") ? this.#scopes.find(piece, name, "value")?.value : fieldOf(variable, "value");
    const held = value && this.of(value, depth + 1);
    return held?.through === "name" ? undefined : held;
  }

  #named(piece: Piece, depth: number): Value | undefined {
    const name = textOf(this.#outline, piece);
    const bound = this.#scopes.find(piece, name, has(piece, "ref.either") ? "either" : has(piece, "ref.type") ? "type" : "value");
    if (bound?.kind === "member") return { path: bound.path, through: "name" };
    if (bound?.kind === "local" && bound.scope) return this.#local(bound, depth);
    return { path: [name], through: "name" };
  }

  #local({ type, value, key }: Binding, depth: number): Value | undefined {
    if (type) return this.ofType(type, depth + 1);
    if (!key) return this.of(value, depth + 1);
    // What a pattern takes out of something whose members are known by name is that member; of a value it is not known what it is.
    const of = this.ofKeys(key, depth + 1);
    return of?.through === "name" ? { path: [...of.path, textOf(this.#outline, key)], through: "name" } : undefined;
  }

  #member(piece: Piece, depth: number): Value | undefined {
    const [object, property] = [fieldOf(piece, "object"), fieldOf(piece, "property")];
    if (!object || !property) return undefined;
    const step = textOf(this.#outline, property);
    const of = this.#owner(object, depth + 1);
    return of && { path: [...of.path, step], through: of.through };
  }

  /** What a member of `object` is a member of. One of `this` is of its class, whichever type that has it from. */
  #owner(object: Piece, depth: number): Value | undefined {
    if (has(object, "parent")) return this.ofType(object, depth);
    return has(object, "self") ? this.of(object, depth) : this.asObject(object, depth);
  }

  #around(piece: Piece): Value | undefined {
    const name = typeNameAround(piece, this.#places);
    return name === undefined ? undefined : { path: [name], through: has(piece, "class") ? "name" : "value" };
  }

  #supertypes(self: Piece): Piece[] {
    const place = placeAround(self, this.#places);
    return place ? fieldsOf(place.piece, "supertype") : [];
  }
}

const asReturned = (callee: Value | undefined): Value | undefined =>
  callee?.through === "name" ? { path: callee.path, through: "returned" } : undefined;
