import type { Call, Use } from "../../model/code.ts";
import { fieldOf, fieldsOf, has, isA, type Outline, type Piece, textOf } from "./outline.ts";
import type { Places } from "./places.ts";
import type { Value, Values } from "./values.ts";

/** What the text uses that is not local to a function, in its order. */
export function* usesIn(outline: Outline, places: Places, values: Values): Generator<Use> {
  for (const piece of outline.pieces) {
    const within = (): string | null => placeNameAround(piece, places);
    if (has(piece, "key")) {
      const of = values.ofKeys(piece);
      if (of) yield* useOf(piece, { path: [...of.path, textOf(outline, piece)], through: of.through }, plainly, within);
    }
    if (!(isA(piece, "ref") || has(piece, "member") || has(piece, "parent")) || isNoUse(piece)) continue;
    // What `a.b` uses of `a` is `a.b`; only where that became a member of the type of `a`, `a` is used as well.
    if (has(piece, "object") && same(values.of(piece), values.asObject(piece))) continue;
    const manner = has(piece, "object") ? plainly : mannerOf(piece, outline);
    // What it stands for was used where it was named; to pass it on is no new use, to call it is.
    if (manner.form === "value" && values.isAlias(piece)) continue;
    const value = values.of(piece);
    if (value) yield* useOf(piece, value, manner, within);
  }
}

/** A name that is something else, unless it is said to be both. */
const isNoUse = (piece: Piece): boolean => !has(piece, "ref.also") && (isBareClass(piece) || piece.roles.some((role) => notUses.has(role)));

/** `Self`, where nothing is made with it: whatever its type is called, it means that. */
const isBareClass = (piece: Piece): boolean => has(piece, "class") && !has(piece, "constructor") && !has(piece, "callee");

const notUses = new Set([
  ...["ignore", "self", "name", "binding", "binding.type", "binding.hoisted", "binding.onward", "binding.outer", "property"],
  ...["module", "prefix", "imported", "used", "local", "default", "namespace", "exported", "as", "argument.named"],
]);

const same = (a: Value | undefined, b: Value | undefined): boolean => a?.through === b?.through && a?.path.join(".") === b?.path.join(".");

type Manner = Pick<Use, "form" | "call">;

const plainly: Manner = { form: "value", call: null };

function* useOf(piece: Piece, value: Value, { form, call }: Manner, within: () => string | null): Generator<Use> {
  if (value.through !== "name" && value.path.length < 2) return;
  const whole = value.path.length <= 3;
  yield {
    path: whole ? value.path : value.path.slice(0, 3),
    through: value.through,
    line: piece.line,
    // How the fourth step is used says nothing of the third.
    form: whole ? form : "value",
    call: whole ? call : null,
    within: within(),
  };
}

const mannerOf = (piece: Piece, outline: Outline): Manner => {
  if (has(piece, "constructor")) return { form: "new", call: callOf(fieldOf(piece, "new"), outline) };
  if (has(piece, "callee")) return { form: "call", call: callOf(fieldOf(piece, "call"), outline) };
  if (has(piece, "supertype")) return { form: "extends", call: null };
  if (has(piece, "element")) return { form: "element", call: null };
  return { form: has(piece, "ref.type") ? "type" : "value", call: null };
};

const callOf = (call: Piece | undefined, outline: Outline): Call => {
  const list = call && fieldOf(call, "arguments");
  const awaited = call !== undefined && has(call, "awaited");
  // `new Store` takes none; a tagged template any number.
  if (!list) return { positional: 0, named: [], spread: call !== undefined && !has(call, "new"), awaited };
  const all = list.node.namedChildren.filter((child) => !child.isExtra).length;
  const [named, spread] = [fieldsOf(list, "argument.named"), fieldsOf(list, "argument.spread")];
  return {
    positional: all - named.length - spread.length,
    named: named.map((name) => textOf(outline, name)),
    spread: spread.length > 0,
    awaited,
  };
};

const placeNameAround = (piece: Piece, places: Places): string | null => {
  for (let at = piece.parent; at; at = at.parent) {
    const place = places.at(at);
    if (place) return place.name;
  }
  return null;
};
