import { Language as Grammar, type Node, Parser, Query, type Tree } from "web-tree-sitter";
import type { FileFacts, Unread } from "../model/code.ts";
import type { Language } from "./languages.ts";
import { fileFacts } from "./extract/file-facts.ts";
import { outlineOf } from "./extract/outline.ts";
import { unreadable } from "./extract/unread.ts";

/** Hands in a file of `grammars/` by its name. */
export type ReadGrammarFile = (name: string) => Promise<Uint8Array>;

/** Reads source files for their symbols. Holds memory outside of the JavaScript heap until it is closed. */
export class Extractor {
  readonly #readFile: ReadGrammarFile;
  readonly #ready = new Map<string, Promise<Reader>>();

  private constructor(readFile: ReadGrammarFile) {
    this.#readFile = readFile;
  }

  /** `runtime`: the bytes of `grammars/web-tree-sitter.wasm`. */
  static async open(runtime: Uint8Array, readFile: ReadGrammarFile): Promise<Extractor> {
    await Parser.init({ wasmBinary: runtime });
    return new Extractor(readFile);
  }

  /** `content`: bytes, or what they say in UTF-8. The first file of a language also compiles its grammar and query. */
  async extract(language: Language, content: Uint8Array | string): Promise<FileFacts | Unread> {
    const text = typeof content === "string" ? content : decoded(content);
    if (text === undefined) return { reason: "it is not text" };
    const reason = unreadable(text);
    if (reason !== undefined) return { reason };
    const reader = this.#ready.get(language.name) ?? this.#open(language);
    this.#ready.set(language.name, reader);
    return read(text, language, await reader);
  }

  async close(): Promise<void> {
    const readers = await Promise.all(this.#ready.values());
    this.#ready.clear();
    for (const { parser, query, errors } of readers) {
      parser.delete();
      query.delete();
      errors.delete();
    }
  }

  async #open(language: Language): Promise<Reader> {
    const [grammar, ...queries] = await Promise.all([language.grammar, ...language.queries].map((name) => this.#readFile(name)));
    if (!grammar) throw new Error(`${language.name} has no grammar`);
    const loaded = await Grammar.load(grammar);
    return {
      parser: new Parser().setLanguage(loaded),
      query: new Query(loaded, queries.map((bytes) => new TextDecoder().decode(bytes)).join("\n")),
      errors: new Query(loaded, "(ERROR) @error (MISSING) @error"),
    };
  }
}

interface Reader {
  readonly parser: Parser;
  readonly query: Query;
  readonly errors: Query;
}

const decoded = (content: Uint8Array): string | undefined => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    return undefined;
  }
};

const read = (text: string, language: Language, { parser, query, errors }: Reader): FileFacts | Unread => {
  const tree = parse(text, parser);
  if (!tree) return { reason: "it takes too long to parse" };
  try {
    const { line, length } = syntaxErrorsIn(tree.rootNode, errors);
    if (length > text.length / 2) return { reason: `most of it is not valid ${language.name}` };
    return { ...fileFacts(outlineOf(text, tree.rootNode, query), language), syntaxError: line };
  } finally {
    tree.delete();
  }
};

const parse = (text: string, parser: Parser): Tree | null => {
  let steps = 0;
  const most = 10_000 + text.length;
  const tree = parser.parse(text, null, { progressCallback: () => ++steps > most });
  // Else the next text would be taken for the rest of this one.
  if (!tree) parser.reset();
  return tree;
};

/** Line of the first, and how much of the text is in one. */
const syntaxErrorsIn = (root: Node, errors: Query): { readonly line: number | null; readonly length: number } => {
  if (!root.hasError) return { line: null, length: 0 };
  let [length, end] = [0, 0];
  let line: number | null = null;
  for (const { node } of errors.captures(root)) {
    line ??= node.startPosition.row + 1;
    if (node.startIndex < end) continue;
    end = node.endIndex;
    length += end - node.startIndex;
  }
  return { line, length };
};
