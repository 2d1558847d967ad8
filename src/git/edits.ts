import type { Oid } from "../model/ids.ts";
import type { Edit } from "../model/pair.ts";
import { withAttributes } from "./attributes.ts";
import { git } from "./exec.ts";
import { patchEdits } from "./patch.ts";
import type { Repository } from "./repository.ts";

/**
 * How the files at `paths` were edited between the two trees of each pair: a map from path (the new one of a renamed file) to edit, per pair.
 * One process for all pairs and some 64 KiB of paths. What cannot be read is left out. Neither external diff programs nor text conversions of
 * the user run.
 */
export const readEdits = async (
  repository: Repository,
  pairs: readonly (readonly [from: Oid, to: Oid])[],
  paths: readonly string[],
  { env = {} }: { env?: Readonly<Record<string, string>> } = {},
): Promise<Map<string, Edit>[]> => {
  const edits = pairs.map(() => new Map<string, Edit>());
  if (pairs.length === 0) return edits;
  for (const some of portions(paths)) {
    for (const [place, found] of (await readSome(repository, pairs, some, env)).entries()) {
      for (const [path, edit] of found) edits[place]?.set(path, edit);
    }
  }
  return edits;
};

/** Git dies at a damaged object, in the middle of a patch. Then each pair is asked for alone, so that only the one in question goes without. */
const readSome = async (
  repository: Repository,
  pairs: readonly (readonly [Oid, Oid])[],
  paths: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Map<string, Edit>[]> => {
  const input = pairs.map(([from, to]) => `${from} ${to}\n`).join("");
  const { code, stdout } = await git([...diffTree, "--", ...paths], withAttributes(repository, { env, input, allow: [128] }));
  if (code === 0) return patchEdits(stdout);
  if (pairs.length === 1) return [];
  const alone = await Promise.all(pairs.map((pair) => readSome(repository, [pair], paths, env)));
  return alone.map(([found]) => found ?? new Map());
};

// One line of context is enough to see whether anything stands behind an addition. Histogram is what git's merge uses too.
const diffTree = [
  ...["-c", "core.quotePath=true", "-c", "diff.suppressBlankEmpty=false", "diff-tree", "--stdin", "-r", "-M", "-p", "-U1"],
  ...["--inter-hunk-context=0", "--histogram", "--no-color", "--no-ext-diff", "--no-textconv", "--src-prefix=a/", "--dst-prefix=b/"],
];

/** Paths in lots that fit on a command line. */
function* portions(paths: readonly string[]): Generator<string[]> {
  let lot: string[] = [];
  let size = 0;
  for (const path of paths) {
    if (size > 65_536) {
      yield lot;
      lot = [];
      size = 0;
    }
    lot.push(path);
    size += Buffer.byteLength(path);
  }
  if (lot.length > 0) yield lot;
}
