import { base32 } from "../../base/base32.ts";
import { sha256 } from "../../base/sha256.ts";
import { has, type Outline } from "./outline.ts";

/** The tokens of one text, by where they start: words, signs and pieces of strings, without comments and white space. */
export interface Tokens {
  readonly starts: readonly number[];
  readonly texts: readonly string[];
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

export const tokensOf = ({ text, pieces }: Outline): Tokens => {
  const starts: number[] = [];
  const texts: string[] = [];
  const blockEnds: number[] = [];
  let at = 0;
  const add = (start: number, token: string): void => {
    starts.push(start);
    texts.push(token);
  };
  const readUpTo = (end: number): void => {
    for (let stop = blockEnds.at(-1); stop !== undefined && stop <= end; stop = blockEnds.at(-1)) {
      blockEnds.pop();
      readUpTo(stop);
      add(stop - 1, "}");
    }
    for (const match of text.slice(at, Math.max(at, end)).matchAll(/[\p{L}\p{N}_$]+|[^\s]/gu)) add(at + match.index, match[0]);
    at = Math.max(at, end);
  };
  for (const piece of pieces) {
    if (piece.start < at) continue;
    const [block, verbatim] = [has(piece, "block"), has(piece, "text")];
    if (!block && !verbatim && !has(piece, "comment")) continue;
    readUpTo(piece.start);
    if (block) {
      add(piece.start, "{");
      blockEnds.push(piece.end);
    } else {
      if (verbatim) add(piece.start, text.slice(piece.start, piece.end));
      at = piece.end;
    }
  }
  readUpTo(text.length);
  return { starts, texts };
};

/** The tokens in `range` that are in none of `without`, which are in the order of the text. */
export const tokensIn = ({ starts, texts }: Tokens, range: Range, without: readonly Range[] = []): string[] => {
  const found: string[] = [];
  let at = firstAt(starts, range.start);
  const takeUpTo = (end: number): void => {
    for (; at < end; at++) found.push(texts[at] ?? "");
  };
  for (const hole of without) {
    takeUpTo(firstAt(starts, hole.start));
    at = Math.max(at, firstAt(starts, hole.end));
  }
  takeUpTo(firstAt(starts, range.end));
  return found;
};

/** 80 bits: enough for the definitions of one repository never to meet by chance. */
export const hashOf = (tokens: readonly string[]): string => base32(sha256(tokens.join("\n")), 16);

const firstAt = (starts: readonly number[], offset: number): number => {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
};
