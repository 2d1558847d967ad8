import path from "node:path";
import { version } from "../../base/version.ts";
import { LruMap } from "../../base/lru-map.ts";
import { ObjectReader } from "../../git/objects.ts";
import type { Repository } from "../../git/repository.ts";
import { Trees } from "../../git/trees.ts";
import type { FileFacts, Unread } from "../../model/code.ts";
import type { Oid } from "../../model/ids.ts";
import { type Language, languageOf } from "../../symbols/languages.ts";
import { readCache, writeCache } from "../files.ts";
import { extractBeside, extractHere, type Extraction } from "./extraction.ts";

/** Facts of another release are made anew. Raise the number when extraction or a query changes between two releases. */
const factsVersion = `${version} 4`;

/** Facts that are kept in memory: a few dozen change sets' worth. */
const keptFacts = 400;

/** Manifests and settings are asked for again and again in a row. */
const keptTexts = 50;

/** Longer texts are no manifest or settings that a person wrote. */
const longestText = 1_000_000;

/** Where a plane remembers facts. */
export const factsFolder = ({ nerveDir }: Pick<Repository, "nerveDir">): string => path.join(nerveDir, "cache", "code");

export interface CodeStoreOptions {
  /** Where git looks for objects beyond the user's own: see `privateStore`. */
  readonly env?: Readonly<Record<string, string>>;
  /** Folder in which facts are remembered for ever; null to remember them only while the store is open. */
  readonly cache: string | null;
  /** It will be open for long, and mostly idle: see `rest`. */
  readonly resident?: boolean;
}

/** Reads code out of git: trees, texts, and what is in a source file, each blob of which is taken apart once. Close it. */
export class CodeStore {
  readonly repository: Repository;
  readonly env: Readonly<Record<string, string>>;
  readonly trees: Trees;
  readonly #objects: ObjectReader;
  readonly #cache: string | null;
  readonly #extraction: Extraction;
  #texts = new LruMap<Oid, Promise<string | undefined>>(keptTexts);
  #facts = new LruMap<string, Promise<FileFacts | Unread>>(keptFacts);

  constructor(repository: Repository, { env = {}, cache, resident = false }: CodeStoreOptions) {
    this.repository = repository;
    this.env = env;
    this.trees = new Trees(repository, env);
    this.#objects = new ObjectReader(repository, env);
    this.#cache = cache;
    this.#extraction = resident ? extractBeside() : extractHere();
  }

  /** Whether all of these trees, or commits' trees, can be read here. */
  async hasAll(oids: readonly Oid[]): Promise<boolean> {
    const found = await Promise.all(oids.map((oid) => this.#objects.find(`${oid}^{tree}`)));
    return !found.includes(undefined);
  }

  /** Undefined for what is not here, not text, or too long to have been written by a person. */
  text(blob: Oid): Promise<string | undefined> {
    const known = this.#texts.get(blob);
    if (known) return known;
    const reading = this.#readText(blob);
    this.#texts.set(blob, reading);
    reading.catch(() => this.#texts.delete(blob));
    return reading;
  }

  async #readText(blob: Oid): Promise<string | undefined> {
    const content = (await this.#objects.find(blob))?.content;
    return content && content.length <= longestText && !content.includes(0) ? content.toString("utf8") : undefined;
  }

  /** What is in a source file; undefined for a path in no language that is read. The path is asked for its language only. */
  async facts(blob: Oid, at: string): Promise<FileFacts | Unread | undefined> {
    const language = languageOf(at);
    if (!language) return;
    const key = `${blob}.${language.name}`;
    const known = this.#facts.get(key);
    if (known) return known;
    const reading = this.#readFacts(blob, language, key);
    this.#facts.set(key, reading);
    reading.catch(() => this.#facts.delete(key));
    return reading;
  }

  /** Lets go of what it holds, until it is asked again. */
  async rest(): Promise<void> {
    this.#texts = new LruMap(keptTexts);
    this.#facts = new LruMap(keptFacts);
    await this.#extraction.rest();
  }

  async close(): Promise<void> {
    await Promise.all([this.trees.close(), this.#objects.close(), this.rest()]);
  }

  async #readFacts(blob: Oid, language: Language, key: string): Promise<FileFacts | Unread> {
    const file = this.#cache && path.join(this.#cache, key.slice(0, 2), key.slice(2));
    const stored = file ? readCache<FileFacts | Unread>(file, factsVersion) : undefined;
    if (stored) return stored;
    const content = (await this.#objects.find(blob))?.content;
    if (!content) return { reason: "its content is not in this clone" };
    const facts = await this.#extraction.extract(language, content.toString("utf8"));
    if (file) writeCache(file, factsVersion, facts);
    return facts;
  }
}
