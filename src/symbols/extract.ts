import { Language as Grammar, Parser } from "web-tree-sitter";
import type { FileFacts, Unread } from "../model/code.ts";
import type { Language } from "./languages.ts";
import { type Clock, type QueryText, Reader } from "./extract/reader.ts";
import { unreadable } from "./extract/unread.ts";

/** Hands in a file of `grammars/` by its name. */
export type ReadGrammarFile = (name: string) => Promise<Uint8Array>;

/** Reads source files for their symbols. Holds memory outside of the JavaScript heap until it is closed. */
export class Extractor {
  readonly #readFile: ReadGrammarFile;
  readonly #now: Clock | undefined;
  readonly #ready = new Map<string, Promise<Reader>>();

  private constructor(readFile: ReadGrammarFile, now: Clock | undefined) {
    this.#readFile = readFile;
    this.#now = now;
  }

  /**
   * `runtime`: the bytes of `grammars/web-tree-sitter.wasm`. With a clock, a text that is not parsed after two seconds is not read: those that are no
   * program at all take a hundred times as long as those that are.
   */
  static async open(runtime: Uint8Array, readFile: ReadGrammarFile, now?: Clock): Promise<Extractor> {
    await Parser.init({ wasmBinary: runtime });
    return new Extractor(readFile, now);
  }

  /** `content`: bytes, or what they say in UTF-8. The first file of a language also compiles its grammar and query. */
  async extract(language: Language, content: Uint8Array | string): Promise<FileFacts | Unread> {
    const text = typeof content === "string" ? content : decoded(content);
    if (text === undefined) return { reason: "it is not text" };
    const reason = unreadable(text);
    if (reason !== undefined) return { reason };
    const reader = this.#ready.get(language.name) ?? this.#open(language);
    this.#ready.set(language.name, reader);
    return (await reader).read(language.blocks ? onlyBlocks(text, language.blocks) : text);
  }

  async close(): Promise<void> {
    const readers = await Promise.all(this.#ready.values());
    this.#ready.clear();
    for (const reader of readers) reader.close();
  }

  async #open(language: Language): Promise<Reader> {
    const files = language.queries.map((query) => (typeof query === "string" ? { file: query, where: undefined } : query));
    const [grammar, ...queries] = await Promise.all(
      [language.grammar, ...files.map(({ file }) => file)].map((name) => this.#readFile(name)),
    );
    if (!grammar) throw new Error(`${language.name} has no grammar`);
    const texts = files.map(({ where }, at) => ({ where, text: new TextDecoder().decode(queries[at]) }));
    return new Reader(language, await Grammar.load(grammar), joined(texts), this.#now);
  }
}

/** The text with everything around the blocks blanked out, so that lines stay where they are. */
const onlyBlocks = (text: string, blocks: RegExp): string => {
  const blank = (from: number, to: number): string => text.slice(from, to).replace(/[^\n]/g, " ");
  let read = "";
  for (const { indices } of text.matchAll(blocks)) {
    const [start, end] = indices?.[1] ?? [0, 0];
    read += blank(read.length, start) + text.slice(start, end);
  }
  return read + blank(read.length, text.length);
};

/** What is for all texts as one: each query that is compiled begins with a look at the whole grammar. */
const joined = (texts: readonly QueryText[]): QueryText[] => {
  const always = texts.filter(({ where }) => !where).map(({ text }) => text);
  return [{ where: undefined, text: always.join("\n") }, ...texts.filter(({ where }) => where)];
};

const decoded = (content: Uint8Array): string | undefined => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    return undefined;
  }
};
