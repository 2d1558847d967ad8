import type { BreakCause, Call, Definition, Parameter, Signature, Use } from "../model/code.ts";

/** In what a use that fitted a definition as it was does not fit it as it is now. */
export interface Misfit {
  readonly cause: BreakCause;
  /** The end of a sentence. */
  readonly detail: string;
}

/** Undefined when the use fits as well as it did. Only calls can misfit; a use whose arguments cannot be counted is given the benefit of the doubt. */
export const misfitOf = ({ form, call }: Pick<Use, "form" | "call">, before: Definition, now: Definition): Misfit | undefined => {
  if (!call || !before.signature || before.signature === now.signature) return;
  // A method of the same name that a heir has now may stand beside the one it inherits, and take other arguments.
  if (before.kind === "method" && before.name !== now.name) return;
  if (!now.signature) {
    if (form === "new" || now.kind === "class") return;
    return isData(now) ? { cause: "signature changed", detail: "it cannot be called any more" } : undefined;
  }
  const made = now.kind === "struct" || now.kind === "field";
  const detail = call.spread ? undefined : argumentMisfit(call, before.signature, now.signature, made ? "field" : "parameter");
  if (detail) return { cause: "signature changed", detail };
  if (now.signature.async && !before.signature.async && !call.awaited && form === "call")
    return { cause: "became async", detail: "it is async now, and the call does not await it" };
  return;
};

/** A constant that was a function may hold one still, made elsewhere; a type or an enum never does. */
const isData = ({ kind }: Definition): boolean => ["interface", "type", "enum", "struct", "trait"].includes(kind);

/** Rust's structs and cases of enums are made of fields. Fields that are gone are uses of their own. */
type Noun = "parameter" | "field";

const argumentMisfit = (call: Call, before: Signature, now: Signature, noun: Noun): string | undefined => {
  if (refusalOf(call, before, noun)) return;
  return refusalOf(call, now, noun) ?? displacedArgument(call, before, now);
};

/** Why a signature does not take these arguments. */
const refusalOf = ({ positional, named }: Call, { parameters }: Signature, noun: Noun): string | undefined => {
  const places = parameters.filter((parameter) => !parameter.named && !parameter.rest);
  const takesAnyNumber = parameters.some(({ rest, named: byName }) => rest && !byName);
  if (positional > places.length && !takesAnyNumber)
    return `it takes ${counted(places.length, noun === "field" ? noun : "argument")} now, not ${positional}`;
  const given = new Set(named);
  const missing = parameters.find((parameter) => isMissing(parameter, places.indexOf(parameter), positional, given));
  if (missing) return missing.name === null ? `it has one more required ${noun}` : `its ${noun} ${missing.name} is required`;
  const known = new Set(parameters.map(({ name }) => name));
  const stray =
    parameters.some(({ rest, named: byName }) => rest && byName) || noun === "field" ? undefined : named.find((name) => !known.has(name));
  return stray === undefined ? undefined : `it has no parameter ${stray} any more`;
};

const isMissing = ({ name, optional, rest }: Parameter, place: number, positional: number, given: ReadonlySet<string>): boolean =>
  !optional && !rest && !(place >= 0 && place < positional) && !(name !== null && given.has(name));

/** An argument that would land on another parameter than the one it was meant for. */
const displacedArgument = ({ positional }: Call, before: Signature, now: Signature): string | undefined => {
  const names = (signature: Signature) => signature.parameters.map(({ name }) => name);
  const [were, are] = [names(before), names(now)];
  for (let i = 0; i < positional; i++) {
    const [old, current] = [before.parameters[i], now.parameters[i]];
    if (!old || !current || old.rest || current.rest || old.name === null || current.name === null || old.name === current.name) continue;
    if (were.includes(current.name) || are.includes(old.name)) return "its parameters come in another order";
    if (old.type !== null && current.type !== null && old.type !== current.type)
      return `its parameter ${old.name}: ${old.type} became ${current.name}: ${current.type}`;
  }
  return;
};

const counted = (count: number, noun: string): string => (count === 0 ? `no ${noun}s` : `${count} ${noun}${count === 1 ? "" : "s"}`);
