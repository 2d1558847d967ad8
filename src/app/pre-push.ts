import { openConflicts } from "../fold/select.ts";
import type { ConflictRecord } from "../model/conflict.ts";
import { compareSeverity } from "../model/severity.ts";
import type { Nerve } from "./nerve.ts";
import { readView } from "./view.ts";

/** What is to be said before a push. */
export interface PushWarning {
  readonly block: boolean;
  readonly conflicts: readonly ConflictRecord[];
}

/**
 * The open high conflicts of the branches that are about to be pushed, by what is known already: a push waits for nobody to look at
 * worktrees. `input` is what git writes to the hook. Nothing to say when only our own refs are pushed or `nerve.prePush` is off.
 */
export const pushWarning = async (nerve: Nerve, input: string): Promise<PushWarning> => {
  const silent = { block: false, conflicts: [] };
  const { prePush } = nerve.config;
  const branches = pushedBranches(input);
  if (prePush === "off" || branches.size === 0) return silent;
  const { state } = await readView(nerve);
  const conflicts = openConflicts(state).filter(
    ({ severity, agents }) =>
      compareSeverity(severity, "high") >= 0 && agents.some(({ branch }) => branch !== null && branches.has(branch)),
  );
  return { block: prePush === "block" && conflicts.length > 0, conflicts };
};

/** Names of the local branches that are pushed: each line of git's is `<local ref> <oid> <remote ref> <oid>`, and a deletion has no local ref. */
const pushedBranches = (input: string): Set<string> => {
  const locals = input.split("\n").map((line) => line.split(" ", 1)[0] ?? "");
  return new Set(locals.flatMap((local) => (local.startsWith("refs/heads/") ? [local.slice("refs/heads/".length)] : [])));
};
