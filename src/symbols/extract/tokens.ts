import { base32 } from "../../base/base32.ts";
import { sha256 } from "../../base/sha256.ts";
import { has, type Outline } from "./outline.ts";

/** The tokens of one text: words, signs and pieces of strings, without comments and white space. */
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
  let at = 0;
  const readUpTo = (end: number): void => {
    for (const match of text.slice(at, end).matchAll(/[\p{L}\p{N}_$]+|[^\s]/gu)) {
      starts.push(at + match.index);
      texts.push(match[0]);
    }
    at = end;
  };
  for (const piece of pieces) {
    const verbatim = has(piece, "text");
    if (piece.start < at || !(verbatim || has(piece, "comment"))) continue;
    readUpTo(piece.start);
    at = piece.end;
    if (!verbatim) continue;
    starts.push(piece.start);
    texts.push(text.slice(piece.start, piece.end));
  }
  readUpTo(text.length);
  return { starts, texts };
};

/** The tokens in `range` that are in none of `without`, which lie in it in the order of the text. */
export const tokensIn = ({ starts, texts }: Tokens, range: Range, without: readonly Range[] = []): string[] => {
  const found: string[] = [];
  let [at, end] = [firstAt(starts, range.start), firstAt(starts, range.end)];
  for (const hole of without) {
    for (const stop = firstAt(starts, hole.start); at < stop; at++) found.push(texts[at] ?? "");
    at = Math.max(at, firstAt(starts, hole.end));
  }
  for (; at < end; at++) found.push(texts[at] ?? "");
  return found;
};

/** 80 bits are enough for the definitions of one repository never to meet by chance. */
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
