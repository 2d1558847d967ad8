import { LruMap } from "../../base/lru-map.ts";
import type { Change, ChangeSet } from "../../model/change.ts";
import { mentionedNames } from "../../symbols/altered.ts";
import { alteredBy } from "../../symbols/altered-side.ts";
import type { CodeStore } from "./code-store.ts";
import { readFileVersions, sideCodeOf } from "./file-versions.ts";
import { addedNames } from "./read-code.ts";

/** Names by which the code of one side can meet that of another, to tell cheaply that most pairs do not. */
export interface CodeProfile {
  /** Whether the content is in this clone: of a teammate's work that is not shared, only paths are known. */
  readonly here: boolean;
  readonly altered: ReadonlySet<string>;
  readonly mentioned: ReadonlySet<string>;
  readonly added: ReadonlySet<string>;
}

/** Change sets of as many agents are remembered. */
const keptProfiles = 100;

/** Makes the profile of a change set, once. */
export class CodeProfiles {
  readonly #store: CodeStore;
  readonly #known = new LruMap<string, Promise<CodeProfile>>(keptProfiles);

  constructor(store: CodeStore) {
    this.#store = store;
  }

  read({ base, snapshot, changes }: ChangeSet): Promise<CodeProfile> {
    const key = `${base} ${snapshot}`;
    const known = this.#known.get(key);
    if (known) return known;
    const reading = this.#read([snapshot, ...(base === null ? [] : [base])], changes);
    this.#known.set(key, reading);
    // Content that is missing now may arrive with the next fetch.
    reading.then(
      ({ here }) => here || this.#known.delete(key),
      () => this.#known.delete(key),
    );
    return reading;
  }

  async #read(trees: readonly string[], changes: readonly Change[]): Promise<CodeProfile> {
    const nothing: ReadonlySet<string> = new Set();
    if (!(await this.#store.hasAll(trees))) return { here: false, altered: nothing, mentioned: nothing, added: nothing };
    const { files } = await readFileVersions(this.#store, new Map(changes.map((change) => [change.path, change])));
    const mentioned = new Set<string>();
    for (const { after } of files) if (after) for (const name of mentionedNames(after)) mentioned.add(name);
    return { here: true, altered: alteredBy(files).names, mentioned, added: new Set(addedNames(sideCodeOf(files))) };
  }
}

/** Whether the code of two sides could clash. False is sure, true is not. */
export const mayClash = (a: CodeProfile, b: CodeProfile): boolean =>
  meet(a.altered, b.mentioned) || meet(b.altered, a.mentioned) || share(a.added, b.added);

/** An altered "*" may be any name. */
const meet = (altered: ReadonlySet<string>, mentioned: ReadonlySet<string>): boolean =>
  altered.has("*") ? mentioned.size > 0 : share(altered, mentioned);

const share = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  for (const name of small) if (large.has(name)) return true;
  return false;
};
