import { ParseFault } from "./parse-fault.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** Messages in messages and values in values: protoc itself stops at 32. */
const maxDepth = 100;
/** Of a name with its dots, in characters: every declaration carries those around it. */
const maxName = 500;
/** Of a whole number, in characters: no type holds more than 20 digits. */
const maxDigits = 100;

/** Walks the tokens of one file from the first to the last. Everything throws `ParseFault` where the text is not what it must be. */
export class TokenReader {
  readonly #tokens: readonly Token[];
  readonly #end: Token;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#tokens = tokensOf(text);
    this.#end = { kind: "end", text: "", offset: text.length };
  }

  peek(ahead = 0): Token {
    return this.#tokens[this.#at + ahead] ?? this.#end;
  }

  next(): Token {
    const token = this.peek();
    this.#at += 1;
    return token;
  }

  /** Is the next token this symbol or this name? A string that reads the same is not. */
  sees(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.text === text && token.kind !== "string" && token.kind !== "end";
  }

  skip(text: string): boolean {
    const seen = this.sees(text);
    if (seen) this.#at += 1;
    return seen;
  }

  expect(text: string): void {
    if (!this.skip(text)) throw this.fault(`expected "${text}"`);
  }

  name(): string {
    if (this.peek().kind !== "name") throw this.fault("expected a name");
    return this.#bounded(this.next().text);
  }

  /** `a.b.c` or `.a.b.c`: names with dots between them. */
  fullName(): string {
    let name = this.skip(".") ? `.${this.name()}` : this.name();
    while (this.skip(".")) name = this.#bounded(`${name}.${this.name()}`);
    return name;
  }

  /** Strings that follow each other are one. One character for each byte. */
  bytes(): string {
    if (this.peek().kind !== "string") throw this.fault("expected a string");
    let bytes = "";
    while (this.peek().kind === "string") bytes += this.next().text;
    return bytes;
  }

  integer(): bigint {
    const negative = this.skip("-");
    if (this.peek().kind !== "integer") throw this.fault("expected a whole number");
    const { text } = this.peek();
    if (text.length > maxDigits) throw this.fault("no number has so many digits");
    this.next();
    const value = BigInt(/^0\d/.test(text) ? `0o${text}` : text);
    return negative ? -value : value;
  }

  /** A whole number between the two, both included. */
  integerWithin(least: number, most: number): number {
    const token = this.peek();
    const value = this.integer();
    if (value < least || value > most) throw this.fault(`${value} is not between ${least} and ${most}`, token);
    return Number(value);
  }

  /** Runs `read` one level deeper. */
  nested<T>(read: () => T): T {
    if (this.#depth === maxDepth) throw new ParseFault(`nested more than ${maxDepth} levels deep`, this.peek().offset, "bound");
    this.#depth += 1;
    const result = read();
    this.#depth -= 1;
    return result;
  }

  #bounded(name: string): string {
    if (name.length > maxName) throw new ParseFault(`a name of more than ${maxName} characters`, this.peek().offset, "bound");
    return name;
  }

  fault(reason: string, token: Token = this.peek()): ParseFault {
    const found = token.kind === "end" ? "the end of the file" : JSON.stringify(token.text.slice(0, 40));
    return new ParseFault(`${reason}, found ${found}`, token.offset);
  }
}
