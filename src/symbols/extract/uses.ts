import type { Call, Use } from "../../model/code.ts";
import { fieldOf, fieldsOf, has, isA, type Outline, type Piece, textOf } from "./outline.ts";
import type { Place } from "./places.ts";
import type { Value, Values } from "./values.ts";

/** What the text uses that is not local to a function, in its order. */
export function* usesIn(outline: Outline, places: ReadonlyMap<Piece, Place>, values: Values): Generator<Use> {
  for (const piece of outline.pieces) {
    if (has(piece, "key")) yield* keyUse(piece, outline, places, values);
    if (isA(piece, "object") || piece.roles.some(saysOtherwise)) {
      if (isRef(piece) && has(piece, "object") && values.ofVariable(piece))
        yield* useOf(piece, values.of(piece), places, { form: "value", call: null });
      continue;
    }
    if (has(piece, "member") || isRef(piece)) yield* useOf(piece, values.of(piece), places, manner(piece, outline));
  }
}

/** What a name is when it is not a use. */
const saysOtherwise = (role: string): boolean => otherwise.has(role);
const otherwise = new Set([
  ...["name", "binding", "binding.type", "binding.hoisted", "binding.onward", "property", "ignore", "self"],
  ...["imported", "local", "default", "namespace", "module", "exported", "prefix", "argument.named"],
]);

const isRef = (piece: Piece): boolean => isA(piece, "ref");

type Manner = Pick<Use, "form" | "call">;

function* useOf(piece: Piece, value: Value | undefined, places: ReadonlyMap<Piece, Place>, { form, call }: Manner): Generator<Use> {
  if (!value || (value.through !== "name" && value.path.length < 2)) return;
  const whole = value.path.length <= 3;
  yield {
    path: whole ? value.path : value.path.slice(0, 3),
    through: value.through,
    line: piece.line,
    form: whole ? form : "value",
    call: whole ? call : null,
    within: within(piece, places),
  };
}

/** A key of an object, or of a pattern, whose type or value is known. */
function* keyUse(piece: Piece, outline: Outline, places: ReadonlyMap<Piece, Place>, values: Values): Generator<Use> {
  const [type, value] = [fieldOf(piece, "type"), fieldOf(piece, "value")];
  const of = type ? values.ofType(type) : values.of(value);
  if (of) yield* useOf(piece, { path: [...of.path, textOf(outline, piece)], through: of.through }, places, { form: "value", call: null });
}

const manner = (piece: Piece, outline: Outline): Manner => {
  if (has(piece, "callee")) return { form: "call", call: callOf(fieldOf(piece, "call"), outline) };
  if (has(piece, "constructor")) return { form: "new", call: callOf(fieldOf(piece, "new"), outline) };
  if (has(piece, "supertype")) return { form: "extends", call: null };
  if (has(piece, "element")) return { form: "element", call: null };
  return { form: has(piece, "ref.type") ? "type" : "value", call: null };
};

const callOf = (call: Piece | undefined, outline: Outline): Call => {
  const list = call && fieldOf(call, "arguments");
  const awaited = call !== undefined && has(call, "awaited");
  if (!list) return { positional: 0, named: [], spread: true, awaited };
  const all = list.node.namedChildren.filter((child) => !child.isExtra).length;
  const [named, spread] = [fieldsOf(list, "argument.named"), fieldsOf(list, "argument.spread")];
  return {
    positional: all - named.length - spread.length,
    named: named.map((name) => textOf(outline, name)),
    spread: spread.length > 0,
    awaited,
  };
};

const within = (piece: Piece, places: ReadonlyMap<Piece, Place>): string | null => {
  for (let at = piece.parent; at; at = at.parent) {
    const place = places.get(at);
    if (place) return place.name;
  }
  return null;
};
