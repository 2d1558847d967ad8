import type { Json } from "../../base/canonical-json.ts";
import type { ReadDocument } from "./read-document.ts";
import { yamlOf } from "./yaml-of.ts";

/** Deeper than any contract is, and far from what a call stack bears. */
const deepest = 400;

/** Reads JSON, or YAML 1.2 where the text does not begin like a list or an object of JSON. */
export const documentOf = (text: string): ReadDocument => {
  const read = /^[\uFEFF\s]*[[{]/.test(text) ? jsonOf(text.replace(/^\uFEFF/, "")) : yamlOf(text, deepest);
  const excess = read.kind === "read" ? excessIn(read.root, text.length) : undefined;
  return excess === undefined ? read : { kind: "excessive", reason: excess };
};

const jsonOf = (text: string): ReadDocument => {
  try {
    const root: Json = JSON.parse(text);
    return { kind: "read", root };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const offset = positionIn(message) ?? firstFault(text);
    const lines = text.slice(0, offset).split("\n");
    const reason = message.replace(/ in JSON at position \d+.*$/s, "").replace(/, \.{0,3}".*$/s, "");
    return { kind: "unreadable", line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, reason };
  }
};

const positionIn = (message: string): number | undefined => {
  const position = / at position (\d+)/.exec(message)?.[1];
  return position === undefined ? undefined : Number(position);
};

/** For the errors that do not say where: the longest beginning of the text that could still become JSON. */
const firstFault = (text: string): number => {
  let fine = 0;
  let faulty = text.length + 1;
  while (faulty - fine > 1) {
    const middle = (fine + faulty) >> 1;
    if (mayGoOn(text.slice(0, middle))) fine = middle;
    else faulty = middle;
  }
  return fine;
};

const mayGoOn = (start: string): boolean => {
  try {
    JSON.parse(start);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    return message.startsWith("Unexpected end") || message.startsWith("Unterminated") || positionIn(message) === start.length;
  }
};

/** Whether it is too much to walk: nested too deeply, or with aliases that make it much more than what was written, or endless. */
const excessIn = (root: Json, characters: number): string | undefined => {
  const most = characters + 10_000;
  let count = 0;
  let level: Json[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return `it is nested more than ${deepest} levels deep`;
    const next: Json[] = [];
    for (const json of level) {
      if (typeof json !== "object" || json === null) continue;
      const values = Object.values(json);
      count += values.length;
      if (count > most) return "its aliases unfold to too much";
      for (const value of values) if (typeof value === "object" && value !== null) next.push(value);
    }
    level = next;
  }
  return undefined;
};
