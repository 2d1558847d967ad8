import type { Oid } from "../model/ids.ts";
import type { Edit } from "../model/pair.ts";
import { withAttributes } from "./attributes.ts";
import { git } from "./exec.ts";
import { patchEdits } from "./patch.ts";
import type { Repository } from "./repository.ts";

/**
 * How the files at `paths` were edited between the two trees of each pair: a map from path (the new one of a renamed file) to edit, per pair.
 * One process for all pairs and some 64 KiB of paths. Neither external diff programs nor text conversions of the user run.
 */
export const readEdits = async (
  repository: Repository,
  pairs: readonly (readonly [from: Oid, to: Oid])[],
  paths: readonly string[],
  { env = {} }: { env?: Readonly<Record<string, string>> } = {},
): Promise<Map<string, Edit>[]> => {
  const edits = pairs.map(() => new Map<string, Edit>());
  if (pairs.length === 0) return edits;
  const input = pairs.map(([from, to]) => `${from} ${to}\n`).join("");
  for (const some of portions(paths)) {
    const { stdout } = await git([...diffTree, "--", ...some], withAttributes(repository, { env, input }));
    for (const [place, found] of patchEdits(stdout).entries()) {
      for (const [path, edit] of found) edits[place]?.set(path, edit);
    }
  }
  return edits;
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
