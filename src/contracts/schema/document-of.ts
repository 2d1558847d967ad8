import { parseDocument } from "yaml";
import type { Json } from "../../base/canonical-json.ts";

/** What a text in JSON or YAML says. Lines and columns count from 1. */
export type ReadDocument =
  | { readonly kind: "read"; readonly root: Json }
  | { readonly kind: "unreadable"; readonly line: number; readonly column: number; readonly reason: string }
  /** Nested too deeply, or aliases that would unfold to more than anyone wrote. */
  | { readonly kind: "excessive"; readonly reason: string };

/** Deeper than any contract is, and far from what a call stack bears. */
const deepest = 400;

/** Reads JSON, or YAML 1.2 where the text does not begin like JSON. */
export const documentOf = (text: string): ReadDocument => {
  const read = /^[\uFEFF\s]*[[{"]/.test(text) ? jsonOf(text.replace(/^\uFEFF/, "")) : yamlOf(text);
  return read.kind === "read" && isTooDeep(read.root)
    ? { kind: "excessive", reason: `it is nested more than ${deepest} levels deep` }
    : read;
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

const yamlOf = (text: string): ReadDocument => {
  try {
    const document = parseDocument(text, { merge: true, uniqueKeys: true, logLevel: "silent" });
    const [error] = document.errors;
    if (error) {
      const [start] = error.linePos ?? [];
      return {
        kind: "unreadable",
        line: start?.line ?? 1,
        column: start?.col ?? 1,
        reason: error.message.replace(/ at line \d+[\s\S]*$/, ""),
      };
    }
    const root: Json = document.toJS({ maxAliasCount: 1000 }) ?? null;
    return { kind: "read", root };
  } catch (error) {
    if (error instanceof RangeError) return { kind: "excessive", reason: `it is nested more than ${deepest} levels deep` };
    if (error instanceof ReferenceError) return { kind: "excessive", reason: "its aliases unfold to too much" };
    throw error;
  }
};

const isTooDeep = (root: Json): boolean => {
  let level: Json[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true;
    const next: Json[] = [];
    for (const json of level) {
      if (typeof json !== "object" || json === null) continue;
      for (const value of Object.values(json)) if (typeof value === "object" && value !== null) next.push(value);
    }
    level = next;
  }
  return false;
};
