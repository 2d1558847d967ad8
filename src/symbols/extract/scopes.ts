import { fieldOf, has, isA, isImported, isScope, type Outline, type Piece, textOf } from "./outline.ts";

/** A name that means something of its own in a part of the text. */
export interface Binding {
  /**
   * `import`: another module's. `member`: one of the namespace or class around, whose full name is `path`. `outer`: whatever else binds the name here,
   * it means what it means further out.
   */
  readonly kind: "local" | "import" | "member" | "outer";
  readonly path: readonly string[];
  readonly space: "value" | "type" | "both";
  /** It means this behind here only. */
  readonly from: number;
  readonly type: Piece | undefined;
  readonly value: Piece | undefined;
  /** The key of a pattern that takes it out of something. */
  readonly key: Piece | undefined;
}

/** What a name is looked for as; `either` where the text does not tell. */
type Space = "value" | "type" | "either";

/** Which names mean what where; `null` stands for the file as a whole. */
export class Scopes {
  readonly #bindings = new Map<Piece | null, Map<string, Binding[]>>();
  readonly #assigned = new Map<Piece | null, Set<string>>();

  bind(scope: Piece | null, name: string, binding: Binding): void {
    const names = this.#bindings.get(scope) ?? new Map<string, Binding[]>();
    this.#bindings.set(scope, names);
    const bound = names.get(name);
    if (bound) bound.push(binding);
    else names.set(name, [binding]);
  }

  /** What `name` means at `at`; undefined for what nobody in this file binds. */
  find(at: Piece, name: string, space: Space): (Binding & { readonly scope: Piece | null }) | undefined {
    const nearest = at.scope;
    for (let scope = nearest; ; scope = scope.scope) {
      const binding = scope === nearest || !scope || !has(scope, "shallow") ? this.#bindingIn(scope, at, name, space) : undefined;
      if (binding) return { ...binding, scope };
      if (!scope) return undefined;
    }
  }

  #bindingIn(scope: Piece | null, at: Piece, name: string, space: Space): Binding | undefined {
    const all = this.#bindings.get(scope)?.get(name);
    const bound = all?.filter((one) => space === "either" || one.space === space || one.space === "both") ?? [];
    const binding = bound.findLast(({ from, kind }) => kind === "import" || from <= at.start);
    if (!binding || bound.some(({ kind }) => kind === "outer")) return undefined;
    const type = binding.type ?? bound.find((one) => one.from === 0 && one.type)?.type;
    return this.#isSteady(scope, name, bound) ? { ...binding, type } : { ...binding, type, value: undefined, key: undefined };
  }

  /** Something is assigned to `name` at `at`, so that its first value tells nothing. */
  assign(at: Piece, name: string): void {
    const scope = this.find(at, name, "value")?.scope;
    if (scope === undefined) return;
    this.#assigned.set(scope, (this.#assigned.get(scope) ?? new Set()).add(name));
  }

  /** Whether what a name was first set to is what it is. */
  #isSteady(scope: Piece | null, name: string, bound: readonly Binding[]): boolean {
    if (this.#assigned.get(scope)?.has(name)) return false;
    const first = bound.find(({ value }) => value)?.value;
    return bound.every(({ value, from }) => from > 0 || !value || value === first);
  }
}

/** The innermost scope that is `piece` or around it. */
export const scopeOf = (piece: Piece | null): Piece | null => (piece && !isScope(piece) ? piece.scope : piece);

/** Where what is declared for the whole function is bound. */
export const functionScopeOf = (piece: Piece | null): Piece | null => {
  let at = piece;
  while (at && !(has(at, "scope.function") || has(at, "members.scope"))) at = at.parent;
  return at;
};

/** Puts in the names that `@binding` captures bind. */
export const bindLocals = (outline: Outline, scopes: Scopes): void => {
  for (const piece of outline.pieces) {
    if (!isA(piece, "binding") || has(piece, "assigned") || isImported(piece)) continue;
    const scope = has(piece, "binding.hoisted") ? functionScopeOf(piece.parent) : scopeOf(piece.parent);
    if (!scope) continue;
    scopes.bind(scope, textOf(outline, piece), {
      kind: has(piece, "binding.outer") ? "outer" : "local",
      path: [],
      space: has(piece, "binding.type") ? "type" : "value",
      from: has(piece, "binding.onward") ? (fieldOf(piece, "statement") ?? piece).end : 0,
      type: fieldOf(piece, "type"),
      value: fieldOf(piece, "value"),
      key: has(piece, "key") ? piece : fieldOf(piece, "key"),
    });
  }
  for (const piece of outline.pieces) if (has(piece, "assigned")) scopes.assign(piece, textOf(outline, piece));
};
