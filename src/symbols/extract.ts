import { Language as Grammar, Parser, Query } from "web-tree-sitter";
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
    for (const { parser, query } of readers) {
      parser.delete();
      query.delete();
    }
  }

  async #open(language: Language): Promise<Reader> {
    const [grammar, ...queries] = await Promise.all([language.grammar, ...language.queries].map((name) => this.#readFile(name)));
    if (!grammar) throw new Error(`${language.name} has no grammar`);
    const loaded = await Grammar.load(grammar);
    const query = queries.map((bytes) => new TextDecoder().decode(bytes)).join("\n");
    return { parser: new Parser().setLanguage(loaded), query: new Query(loaded, query) };
  }
}

const decoded = (content: Uint8Array): string | undefined => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    return undefined;
  }
};

interface Reader {
  readonly parser: Parser;
  readonly query: Query;
}

const read = (text: string, language: Language, { parser, query }: Reader): FileFacts | Unread => {
  const tree = parser.parse(text);
  if (!tree) {
    parser.reset();
    return { reason: "it takes too long to parse" };
  }
  try {
    return fileFacts(outlineOf(text, tree.rootNode, query), language, null);
  } finally {
    tree.delete();
  }
};
