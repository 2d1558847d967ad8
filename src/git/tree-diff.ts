import type { Change } from "../model/change.ts";
import type { Oid } from "../model/ids.ts";
import { git } from "./exec.ts";
import { inRepository, type Repository } from "./repository.ts";

/** A change of which nobody asked yet what package it is in. */
export type TreeChange = Omit<Change, "package">;

/** What differs between the two trees of each pair, in path order. One process for all pairs. `renames` pairs up what moved, as `git merge` does. */
export const readTreeDiffs = async (
  repository: Repository,
  pairs: readonly (readonly [from: Oid, to: Oid])[],
  { env = {}, renames = false }: { env?: Readonly<Record<string, string>>; renames?: boolean } = {},
): Promise<TreeChange[][]> => {
  if (pairs.length === 0) return [];
  const { stdout } = await git(
    ["diff-tree", "--stdin", "-r", "-z", "--raw", "--full-index", renames ? "-M" : "--no-renames"],
    inRepository(repository, { env, input: pairs.map(([from, to]) => `${from} ${to}\n`).join("") }),
  );
  return treeDiffs(stdout.toString("utf8"));
};

/** `<from> <to>\n`, then per path `:<mode> <mode> <oid> <oid> <status>\0<path>\0`, with a second path for a rename; and so on. */
const treeDiffs = (text: string): TreeChange[][] => {
  const diffs: TreeChange[][] = [];
  let at = 0;
  const take = (end: string): string => {
    const stop = text.indexOf(end, at);
    const field = text.slice(at, stop);
    at = stop + 1;
    return field;
  };
  while (at < text.length) {
    if (text[at] !== ":") {
      take("\n");
      diffs.push([]);
      continue;
    }
    const [oldMode = "", newMode = "", oldBlob = "", newBlob = "", letter = ""] = take("\0").slice(1).split(" ");
    const oldPath = take("\0");
    const status = statuses[letter[0] ?? ""] ?? "modified";
    const path = status === "renamed" ? take("\0") : oldPath;
    const before = { oldMode: oldMode === absent ? null : oldMode, oldBlob: oldMode === absent ? null : oldBlob };
    const after = { newMode: newMode === absent ? null : newMode, newBlob: newMode === absent ? null : newBlob };
    diffs.at(-1)?.push({ path, status, ...(status === "renamed" && { oldPath }), ...before, ...after });
  }
  return diffs;
};

const absent = "000000";
const statuses: Readonly<Record<string, Change["status"]>> = { A: "added", D: "deleted", R: "renamed" };
