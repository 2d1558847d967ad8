import { readFileNames } from "../../../git/file-names.ts";
import type { Digest } from "../../../model/digest.ts";
import { moduleSystems } from "../../../symbols/modules/index.ts";
import { languageOf } from "../../../symbols/languages.ts";
import type { Work } from "../../../fold/readiness/work.ts";
import { privateStore } from "../../../git/private-store.ts";
import { CodeStore, factsFolder } from "../../code/code-store.ts";
import { readFileVersions } from "../../code/file-versions.ts";
import type { Nerve } from "../../nerve.ts";
import { GitTree } from "../../code/git-tree.ts";
import { ImportReader } from "./imports.ts";
import { inOrderOfNearness } from "./nearness.ts";
import { testsAmong } from "./test-files.ts";
import { type FileImports, testsReaching } from "./tests-reaching.ts";

/** Files that are followed for one branch. Taking one apart for the first time takes some milliseconds; later it is read from the cache. */
const mostFiles = 2500;

export interface AffectedTests {
  /** Paths, the nearest to the changes first; null when nobody could look. */
  readonly tests: readonly string[] | null;
  readonly notAssessed: readonly string[];
}

/** By work, the tests that its changes can reach through imports, the changed ones among them. Of work whose content is not here, nothing. */
export const readAffectedTests = async (nerve: Nerve, works: readonly Work[]): Promise<Map<Work, AffectedTests>> => {
  const { repository } = nerve;
  const store = new CodeStore(repository, { env: privateStore(repository), cache: factsFolder(repository) });
  const found = new Map<Work, AffectedTests>();
  const known: KnownImports = new Map();
  try {
    for (const work of works) {
      const here = await store.hasAll([work.digest.snapshot]);
      found.set(
        work,
        here ? await readTestsOf(store, work.digest, known) : { tests: null, notAssessed: ["tests: its content is not in this clone"] },
      );
    }
  } finally {
    await store.close();
  }
  return found;
};

/**
 * Most branches have most files in common, and what a script brings in hardly depends on the rest of the branch: it is kept by path and blob. In
 * other languages it depends on what else is in its folder, so that each branch is read anew.
 */
type KnownImports = Map<string, Promise<FileImports>>;

const readTestsOf = async (store: CodeStore, { snapshot, changes }: Digest, known: KnownImports): Promise<AffectedTests> => {
  const { notAssessed: unread } = await readFileVersions(store, new Map(changes.map((change) => [change.path, change])));
  const paths = await readFileNames(store.repository, snapshot, { env: store.env });
  const changed = new Set(changes.flatMap(({ path, oldPath }) => (oldPath === undefined ? [path] : [path, oldPath])));
  const tests = inOrderOfNearness(testsAmong(paths), [...changed]);
  const tree = new GitTree(store, snapshot);
  const reader = new ImportReader(tree);
  const importsOf = async (path: string): Promise<FileImports> => {
    const key = `${path} ${(await tree.entry(path))?.oid} ${/\.[cm]?[jt]sx?$/.test(path) ? "" : snapshot}`;
    const imports = known.get(key) ?? reader.importsOf(path);
    known.set(key, imports);
    return imports;
  };
  const systems = new Set([...changed].flatMap((path) => systemOf(path) ?? []));
  const followed = tests.filter((path) => systems.has(systemOf(path) ?? ""));
  const { tests: reached, unfollowed } = await testsReaching(changed, followed, importsOf, mostFiles);
  const affected = new Set([...reached, ...tests.filter((path) => changed.has(path)), ...(await readOwnTests(tree, changed))]);
  const gaps = [...new Set([...changed].flatMap((path) => otherCode.exec(path)?.[0] ?? []))].filter((end) => !languageOf(end));
  const cut = `tests: ${unfollowed} of ${followed.length} were not followed to the end, for after ${mostFiles} files the search stops`;
  return {
    tests: [...affected],
    notAssessed: [
      ...unread.map(({ path, reason }) => `${path}: ${reason}`),
      ...gaps.map((end) => `tests: what ${end} files import is not read`),
      ...(unfollowed > 0 ? [cut] : []),
    ],
  };
};

/** Which files can import a file at all: those of its module system. Undefined for what is not read. */
const systemOf = (path: string): string | undefined =>
  languageOf(path) && moduleSystems.find(({ files }) => files.test(path))?.files.source;

/** Ends of files that others import, in languages that are not all read. */
const otherCode = /\.(?:c|cc|clj|cpp|cs|dart|erl|exs?|go|h|hpp|hs|java|kts?|lua|php|py|rb|rs|scala|svelte|swift|vue)$/;

/** Rust's unit tests stand in the file that they test. */
const readOwnTests = async (tree: GitTree, changed: ReadonlySet<string>): Promise<string[]> => {
  const found: string[] = [];
  for (const path of changed) {
    if (path.endsWith(".rs") && (await tree.text(path))?.includes("#[cfg(test)]")) found.push(path);
  }
  return found;
};
