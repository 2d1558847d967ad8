import type { Use } from "../../model/code.ts";
import { fieldOf, has, isA, type Outline, type Piece, textOf } from "./outline.ts";
import type { Place } from "./places.ts";
import type { Scopes } from "./scopes.ts";

/** What an expression is, as far as names tell: see `Use.path`. */
export interface Value {
  readonly path: readonly string[];
  readonly through: Use["through"];
}

/** Tells what expressions and types stand for. */
export class Values {
  readonly #outline: Outline;
  readonly #scopes: Scopes;
  readonly #places: ReadonlyMap<Piece, Place>;

  constructor(outline: Outline, scopes: Scopes, places: ReadonlyMap<Piece, Place>) {
    this.#outline = outline;
    this.#scopes = scopes;
    this.#places = places;
  }

  /** Undefined for what is local and of no known type, and for what names cannot tell. */
  of(piece: Piece | undefined, depth = 0): Value | undefined {
    // `const a = b; const b = a`, and whatever else goes round in a circle.
    if (!piece || depth > 16) return undefined;
    if (has(piece, "self")) return this.#self(piece);
    if (isA(piece, "ref")) return this.#named(piece, depth);
    if (has(piece, "member")) return this.#member(piece, depth);
    if (has(piece, "call")) {
      const callee = this.of(fieldOf(piece, "callee"), depth + 1);
      return callee?.through === "name" ? { path: callee.path, through: "returned" } : undefined;
    }
    if (has(piece, "new")) return this.ofType(fieldOf(piece, "constructor"), depth + 1);
    if (has(piece, "cast")) return this.ofType(fieldOf(piece, "type"), depth + 1);
    if (has(piece, "same") || has(piece, "await")) return this.of(fieldOf(piece, "value"), depth + 1);
    return undefined;
  }

  /** A value of the type that `piece` names. */
  ofType(piece: Piece | undefined, depth = 0): Value | undefined {
    const type = this.of(piece, depth + 1);
    return type?.through === "name" ? { path: type.path, through: "value" } : undefined;
  }

  /** The value of a variable of the file whose type is known, beside its name. */
  ofVariable(piece: Piece): Value | undefined {
    const bound = this.#scopes.find(piece, textOf(this.#outline, piece), "value");
    const value = bound && this.#held(bound, 0);
    return value?.through === "name" ? undefined : value;
  }

  #named(piece: Piece, depth: number): Value | undefined {
    const name = textOf(this.#outline, piece);
    const bound = this.#scopes.find(piece, name, has(piece, "ref.type") ? "type" : "value");
    if (bound?.kind === "member") return { path: bound.path, through: "name" };
    if (bound?.kind === "local" && bound.scope) return this.#held(bound, depth);
    return { path: [name], through: "name" };
  }

  #held({ type, value }: { readonly type: Piece | undefined; readonly value: Piece | undefined }, depth: number): Value | undefined {
    return type ? this.ofType(type, depth + 1) : this.of(value, depth + 1);
  }

  #member(piece: Piece, depth: number): Value | undefined {
    const [object, property] = [fieldOf(piece, "object"), fieldOf(piece, "property")];
    if (!object || !property) return undefined;
    const step = textOf(this.#outline, property);
    const base = has(object, "self") ? this.#inherited(object, step) : this.#receiver(object, depth);
    return base && { path: [...base.path, step], through: base.through };
  }

  #receiver(object: Piece, depth: number): Value | undefined {
    const value = this.of(object, depth + 1);
    return value?.through === "name" && has(object, "ref") ? (this.ofVariable(object) ?? value) : value;
  }

  #self(piece: Piece): Value | undefined {
    const name = this.#classAround(piece)?.name;
    return name === undefined ? undefined : { path: [name], through: "value" };
  }

  /** The class itself when it has the member, or no other class to have it from. */
  #inherited(self: Piece, member: string): Value | undefined {
    const place = this.#classAround(self);
    if (!place) return undefined;
    const has = [...this.#places.values()].some(({ name }) => name === `${place.name}.${member}`);
    const parent = has ? undefined : fieldOf(place.piece, "supertype");
    if (!parent) return { path: [place.name], through: "value" };
    return this.ofType(parent);
  }

  #classAround(piece: Piece): Place | undefined {
    for (let at = piece.parent; at; at = at.parent) {
      if (has(at, "selfless")) return undefined;
      if (isA(at, "members")) {
        let owner = at.parent;
        while (owner && !isA(owner, "definition")) owner = owner.parent;
        return owner ? this.#places.get(owner) : undefined;
      }
    }
    return undefined;
  }
}
