import { filesWanted, textsWanted } from "../../detectors/texts-wanted.ts";
import { readWordsIn } from "../../git/words-in.ts";
import type { SideCode } from "../../model/code.ts";
import type { Oid } from "../../model/ids.ts";
import { noCode, type PairInput } from "../../model/pair.ts";
import { readBreaks } from "../../symbols/breaks.ts";
import type { CodeStore } from "./code-store.ts";
import { GitTree } from "./git-tree.ts";
import { MergedTree } from "./merged-tree.ts";
import { isSource, readFileVersions, sideCodeOf } from "./file-versions.ts";

/**
 * The pair with what its code says: what each side did to definitions, what the merge breaks, and the texts that detectors ask for. Reads the
 * files that the sides changed, and what they import as far as that was altered. A pair whose content is not here stays as it is.
 */
export const readCode = async (store: CodeStore, pair: PairInput): Promise<PairInput> => {
  const { ours, theirs } = pair;
  if (!(await store.hasAll([ours.snapshot, theirs.snapshot, ...(pair.base === null ? [] : [pair.base])]))) return pair;
  const base = pair.base === null ? null : new GitTree(store, pair.base);
  const sides = { base, ours: new GitTree(store, ours.snapshot), theirs: new GitTree(store, theirs.snapshot) };
  const trees = { ...sides, merged: new MergedTree(store, sides, pair.merge) };
  // Where only one side touches code there is nothing to compare it with, and taking files apart is what costs.
  const bothCode = [ours, theirs].every(({ changes }) => [...changes.values()].some(({ path }) => isSource(path)));
  const [our, their] = await Promise.all([ours, theirs].map(({ changes }) => readFileVersions(store, bothCode ? changes : new Map())));
  if (!our || !their) return pair;
  const [ourCode, theirCode] = [sideCodeOf(our.files), sideCodeOf(their.files)];
  return {
    ...pair,
    code: {
      ours: ourCode,
      theirs: theirCode,
      breaks: await readBreaks(trees, { changes: ours.changes, files: our.files }, { changes: theirs.changes, files: their.files }),
      known: await readKnownNames(store, pair.base, ourCode, theirCode),
      texts: await readTexts(store, textsWanted(pair)),
      config: base ? await readConfig(base, filesWanted(pair)) : noCode.config,
    },
    notAssessed: [...pair.notAssessed, ...our.notAssessed, ...their.notAssessed],
  };
};

/** More names than this that both sides add are no coincidence, and not worth a look at the whole base each. */
const mostNames = 20;

/** Of what both sides add, the names that the base holds already. */
const readKnownNames = async (
  { repository, env }: CodeStore,
  base: Oid | null,
  ours: SideCode,
  theirs: SideCode,
): Promise<ReadonlySet<string>> => {
  const other = new Set(addedNames(theirs));
  const shared = [...new Set(addedNames(ours))].filter((name) => other.has(name)).slice(0, mostNames);
  return base === null || shared.length === 0 ? noCode.known : readWordsIn(repository, base, shared, { env });
};

/** Names and keys of what a side adds for others to use. */
export const addedNames = ({ symbols, marks }: SideCode): string[] => [
  ...symbols.flatMap(({ name, change, exported }) => (change === "added" && exported && !name.includes(".") ? [name] : [])),
  ...marks.map(({ key }) => key),
];

const readTexts = async (store: CodeStore, blobs: ReadonlySet<Oid>): Promise<ReadonlyMap<Oid, string>> => {
  const texts = new Map<Oid, string>();
  for (const blob of blobs) {
    const text = await store.text(blob);
    if (text !== undefined) texts.set(blob, text);
  }
  return texts;
};

const readConfig = async (base: GitTree, files: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const texts = new Map<string, string>();
  for (const file of files) {
    const text = await base.text(file);
    if (text !== undefined) texts.set(file, text);
  }
  return texts;
};
