import { ParseFault } from "./parse-fault.ts";
import { stringLiteral } from "./string-literal.ts";

export type TokenKind = "name" | "integer" | "float" | "string" | "symbol" | "end";

export interface Token {
  readonly kind: TokenKind;
  /** As written; of a string, what it holds, one character for each byte. */
  readonly text: string;
  /** Where it begins, in UTF-16 units. */
  readonly offset: number;
}

/** The tokens of a protobuf file, comments left out, the last of kind `end`. Throws `ParseFault`. (protobuf.dev: language specification, lexical elements) */
export const tokensOf = (text: string): Token[] => {
  const tokens: Token[] = [];
  let offset = text.startsWith("\uFEFF") ? 1 : 0;
  for (;;) {
    offset = afterSpace(text, offset);
    const token = offset < text.length ? tokenAt(text, offset) : { kind: "end" as const, text: "", offset, end: offset };
    tokens.push({ kind: token.kind, text: token.text, offset });
    if (token.kind === "end") return tokens;
    offset = token.end;
  }
};

const afterSpace = (text: string, from: number): number => {
  let offset = from;
  for (;;) {
    space.lastIndex = offset;
    space.test(text);
    offset = space.lastIndex;
    if (text.startsWith("//", offset)) offset = endOfLine(text, offset);
    else if (text.startsWith("/*", offset)) offset = endOfComment(text, offset);
    else return offset;
  }
};

const endOfLine = (text: string, offset: number): number => {
  const end = text.indexOf("\n", offset);
  return end === -1 ? text.length : end;
};

const endOfComment = (text: string, offset: number): number => {
  const end = text.indexOf("*/", offset + 2);
  if (end === -1) throw new ParseFault("this comment is never closed", offset);
  return end + 2;
};

const tokenAt = (text: string, offset: number): { kind: TokenKind; text: string; end: number } => {
  const first = text.charAt(offset);
  if (first === '"' || first === "'") {
    const { bytes, end } = stringLiteral(text, offset);
    return { kind: "string", text: bytes, end };
  }
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = offset;
    const found = pattern.exec(text)?.[0];
    if (found === undefined) continue;
    const end = offset + found.length;
    if (kind === "integer" && /^0\d*[89]/.test(found)) throw new ParseFault(`${found} is no octal number`, offset);
    if (kind !== "name" && kind !== "symbol" && /\w/.test(text.charAt(end))) throw new ParseFault("a number runs into a name", end);
    return { kind, text: found, end };
  }
  throw new ParseFault(`${JSON.stringify(first)} means nothing here`, offset);
};

/** Always ends with its index set: it matches the empty text too. */
const space = /[ \t\n\r\v\f]*/y;

const patterns: readonly (readonly [TokenKind, RegExp])[] = [
  ["name", /[A-Za-z_]\w*/y],
  ["integer", /(?:0[xX][\da-fA-F]+|\d+)(?![\d.eExXfF])/y],
  ["float", /(?:\d+\.\d*|\.\d+|\d+)(?:[eE][+-]?\d+)?[fF]?/y],
  ["symbol", /[;,.=(){}[\]<>:/-]/y],
];
