import type { Oid } from "../model/ids.ts";
import { gitText } from "./exec.ts";
import { inRepository, type Repository } from "./repository.ts";

/** A commit that changed one of the paths that were asked for. `at` as in `PastCommit`. */
export interface TouchingCommit {
  readonly id: Oid;
  readonly at: number;
}

/**
 * Commits other than merges that only one of two commits has in its history and that touch one of `paths`, per side, oldest first. One
 * process.
 */
export const readTouching = async (
  repository: Repository,
  [ours, theirs]: readonly [Oid, Oid],
  paths: readonly string[],
): Promise<{ ours: TouchingCommit[]; theirs: TouchingCommit[] }> => {
  // Full history: otherwise a branch whose change was undone by a merge would be left out.
  const text = await gitText(
    [
      "log",
      "--left-right",
      "--full-history",
      "--no-merges",
      "--no-show-signature",
      "--format=%m %H %ct",
      `${ours}...${theirs}`,
      "--",
      ...paths,
    ],
    inRepository(repository),
  );
  const sides = { ours: [] as TouchingCommit[], theirs: [] as TouchingCommit[] };
  for (const line of text.split("\n")) {
    const [side, id = "", at] = line.split(" ");
    if (side === "<" || side === ">") sides[side === "<" ? "ours" : "theirs"].push({ id, at: Number(at) });
  }
  const byTime = (a: TouchingCommit, b: TouchingCommit) => a.at - b.at;
  return { ours: sides.ours.sort(byTime), theirs: sides.theirs.sort(byTime) };
};
