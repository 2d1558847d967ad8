import { LruMap } from "../../base/lru-map.ts";
import { textsWanted } from "../../detectors/texts-wanted.ts";
import { privateStore } from "../../git/private-store.ts";
import type { Repository } from "../../git/repository.ts";
import type { PairInput } from "../../model/pair.ts";
import type { Sides } from "../../worktree/meeting.ts";
import { pairApart, readPairs } from "../../worktree/pair.ts";
import { CodeStore, factsFolder } from "./code-store.ts";
import { CodeProfiles, mayClash } from "./profile.ts";
import { readCode } from "./read-code.ts";

/** A pair with its code. */
export interface ReadPair {
  readonly input: PairInput;
  /** Whether the content of both sides was here: else git was not asked to merge them, and their code was not compared. */
  readonly whole: boolean;
}

export interface PairReaderOptions {
  /** It will be asked again and again, with long pauses. */
  readonly resident?: boolean;
  /** Where git writes, the private store unless told. */
  readonly env?: Readonly<Record<string, string>>;
  /** Where facts are remembered, in the plane unless told; null for nowhere. */
  readonly cache?: string | null;
}

/** After this long without a question, parsers and what they found are given back. */
const restMs = 10_000;

/** Reads pairs of change sets with their code. Remembers what cannot become stale. Close it. */
export class PairReader {
  readonly #repository: Repository;
  readonly #resident: boolean;
  readonly #store: CodeStore;
  #pause: NodeJS.Timeout | undefined;
  readonly #profiles: CodeProfiles;
  readonly #pairs = new LruMap<string, PairInput>(500);

  constructor(repository: Repository, options: PairReaderOptions = {}) {
    const { resident = false, env = privateStore(repository), cache = factsFolder(repository) } = options;
    this.#repository = repository;
    this.#resident = resident;
    this.#store = new CodeStore(repository, { env, cache, resident });
    this.#profiles = new CodeProfiles(this.#store);
  }

  /**
   * In the order of `pairs`. Of pairs that touch no file in common, know none of each other's names, and have no manifests or the like to compare,
   * only the change sets are looked at.
   */
  async read(pairs: readonly Sides[]): Promise<ReadPair[]> {
    if (pairs.length === 0) return [];
    clearTimeout(this.#pause);
    try {
      return await this.#readAll(pairs);
    } finally {
      if (this.#resident) this.#pause = setTimeout(() => void this.#store.rest().catch(() => {}), restMs).unref();
    }
  }

  close(): Promise<void> {
    clearTimeout(this.#pause);
    return this.#store.close();
  }

  async #readAll(pairs: readonly Sides[]): Promise<ReadPair[]> {
    const contacts = await Promise.all(pairs.map((pair) => this.#readContact(pair)));
    const clashing = new Set(pairs.filter((_, at) => contacts[at]?.clash));
    const inputs = await readPairs(this.#repository, pairs, {
      env: this.#store.env,
      cache: this.#pairs,
      alsoRead: (pair) => clashing.has(pair),
    });
    const read: ReadPair[] = [];
    for (const [at, input] of inputs.entries()) {
      const contact = contacts[at];
      const whole = contact?.here === true && input.merge.kind !== "not_assessed";
      const inContact = contact?.clash || input.merge.kind !== "not_needed";
      read.push({ input: inContact && contact?.here ? await readCode(this.#store, input) : input, whole });
    }
    return read;
  }

  async #readContact(pair: Sides): Promise<{ here: boolean; clash: boolean }> {
    const [a, b] = await Promise.all([this.#profiles.read(pair[0]), this.#profiles.read(pair[1])]);
    return { here: a.here && b.here, clash: mayClash(a, b) || textsWanted(pairApart(pair)).size > 0 };
  }
}
