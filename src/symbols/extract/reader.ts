import { type Language as Grammar, type Node, Parser, Query, type Tree } from "web-tree-sitter";
import type { FileFacts, Unread } from "../../model/code.ts";
import type { Language } from "../languages.ts";
import { fileFacts } from "./file-facts.ts";
import { outlineOf } from "./outline.ts";

/** The text of a query, and which texts it is for; all, unless said. */
export interface QueryText {
  readonly text: string;
  readonly where: RegExp | undefined;
}

/** Milliseconds since whenever. */
export type Clock = () => number;

const longest = 2000;

/** Reads texts in one language. Holds memory outside of the JavaScript heap until it is closed. */
export class Reader {
  readonly #language: Language;
  readonly #grammar: Grammar;
  readonly #parser: Parser;
  readonly #texts: readonly QueryText[];
  readonly #now: Clock | undefined;
  readonly #queries = new Map<string, Query>();

  constructor(language: Language, grammar: Grammar, texts: readonly QueryText[], now: Clock | undefined) {
    this.#language = language;
    this.#grammar = grammar;
    this.#parser = new Parser().setLanguage(grammar);
    this.#texts = texts;
    this.#now = now;
  }

  read(text: string): FileFacts | Unread {
    const tree = this.#parse(text);
    if (!tree) return { reason: "it takes too long to parse" };
    try {
      const { line, length } = this.#syntaxErrors(tree.rootNode);
      if (length > text.length / 2) return { reason: `most of it is not valid ${this.#language.name}` };
      const queries = this.#texts.filter(({ where }) => !where || where.test(text)).map((query) => this.#query(query.text));
      return { ...fileFacts(outlineOf(text, tree.rootNode, queries), this.#language), syntaxError: line };
    } finally {
      tree.delete();
    }
  }

  close(): void {
    this.#parser.delete();
    for (const query of this.#queries.values()) query.delete();
  }

  #parse(text: string): Tree | null {
    const now = this.#now;
    const end = (now?.() ?? 0) + longest;
    const tree = this.#parser.parse(text, null, now ? { progressCallback: () => now() > end } : {});
    // Else the next text would be taken for the rest of this one.
    if (!tree) this.#parser.reset();
    return tree;
  }

  /** Line of the first one, and how much of the text is in one. */
  #syntaxErrors(root: Node): { readonly line: number | null; readonly length: number } {
    if (!root.hasError) return { line: null, length: 0 };
    let line: number | null = null;
    let [length, end] = [0, 0];
    for (const { node } of this.#query("(ERROR) @error (MISSING) @error").captures(root)) {
      line ??= node.startPosition.row + 1;
      if (node.startIndex < end) continue;
      end = node.endIndex;
      length += end - node.startIndex;
    }
    return { line, length };
  }

  #query(text: string): Query {
    const known = this.#queries.get(text) ?? new Query(this.#grammar, text);
    this.#queries.set(text, known);
    return known;
  }
}
