import { ParseFault } from "./parse-fault.ts";

/** The string that begins with a quote at `start`: what it holds, one character for each byte (of UTF-8), and where it ends. */
export const stringLiteral = (text: string, start: number): { bytes: string; end: number } => {
  const quote = text.charAt(start);
  const plain = quote === '"' ? /[^"\\\n]*/y : /[^'\\\n]*/y;
  let bytes = "";
  let offset = start + 1;
  for (;;) {
    plain.lastIndex = offset;
    const part = plain.exec(text)?.[0] ?? "";
    bytes += utf8(part);
    offset += part.length;
    const stop = text.charAt(offset);
    if (stop === quote) return { bytes, end: offset + 1 };
    if (stop !== "\\") throw new ParseFault("this string is never closed", start);
    const escape = escapeAt(text, offset);
    bytes += escape.bytes;
    offset = escape.end;
  }
};

/** The text that these bytes are in UTF-8. */
export const textOfBytes = (bytes: string): string =>
  isAscii(bytes) ? bytes : new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));

const utf8 = (text: string): string =>
  isAscii(text) ? text : Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join("");

const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);

const escapeAt = (text: string, offset: number): { bytes: string; end: number } => {
  for (const [pattern, bytesOf] of escapes) {
    pattern.lastIndex = offset;
    const found = pattern.exec(text);
    if (found) return { bytes: bytesOf(found[1] ?? ""), end: pattern.lastIndex };
  }
  throw new ParseFault("a string has an escape that does not exist", offset);
};

const letters: Readonly<Record<string, string>> = { a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };

const escapes: readonly (readonly [RegExp, (digits: string) => string])[] = [
  [/\\([abfnrtv\\'"?])/y, (letter) => letters[letter] ?? letter],
  [/\\([0-7]{1,3})/y, (digits) => String.fromCharCode(Number.parseInt(digits, 8) & 0xff)],
  [/\\[xX]([\da-fA-F]{1,2})/y, (digits) => String.fromCharCode(Number.parseInt(digits, 16))],
  [/\\u([\da-fA-F]{4})/y, (digits) => utf8(String.fromCodePoint(Number.parseInt(digits, 16)))],
  [/\\U(00(?:0[\da-fA-F]|10)[\da-fA-F]{4})/y, (digits) => utf8(String.fromCodePoint(Number.parseInt(digits, 16)))],
];
