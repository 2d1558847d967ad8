import { gitText } from "../git/exec.ts";
import { privateStore } from "../git/private-store.ts";
import { inRepository, type Repository } from "../git/repository.ts";
import { readTreeDiffs } from "../git/tree-diff.ts";
import type { Trees } from "../git/trees.ts";
import type { Change, ChangeSet, NotAssessed } from "../model/change.ts";
import type { Oid } from "../model/ids.ts";
import { packagesIn } from "./package-of.ts";

/** More commits than this between base and head tell nothing about who stands on whom. */
const commitLimit = 200;

/** A digest must stay small enough to push: what changes more paths than this is no work of one agent. */
const changeLimit = 5000;

/** From where to where. */
export interface Span {
  readonly base: Oid | null;
  readonly head: Oid | null;
  readonly snapshot: Oid;
  readonly notAssessed: readonly NotAssessed[];
}

/** What a snapshot changes against its base, with the commits in between and the package of every path. */
export const readChangeSet = async (
  repository: Repository,
  trees: Trees,
  { base, head, snapshot, notAssessed }: Span,
): Promise<ChangeSet> => {
  const from = base ? await readTreeOf(repository, base) : repository.emptyTree;
  const [[found = []], commits] = await Promise.all([
    readTreeDiffs(repository, [[from, snapshot]], { env: privateStore(repository), renames: true }),
    readCommitIds(repository, base, head),
  ]);
  const packageOf = packagesIn(trees, snapshot);
  const changes: Change[] = [];
  const unnamed: NotAssessed[] = [];
  for (const change of found.slice(0, changeLimit)) {
    if (isText(change)) changes.push({ ...change, package: await packageOf(change.path) });
    else unnamed.push({ path: change.path, reason: "its name is not UTF-8" });
  }
  const cut =
    found.length > changeLimit ? [{ path: "", reason: `${found.length} paths changed; only the first ${changeLimit} are compared` }] : [];
  return { base, head, commits, snapshot, changes, notAssessed: [...notAssessed, ...unnamed, ...cut] };
};

/** Two names that are not UTF-8 may look the same as text: neither says which file is meant. */
const isText = ({ path, oldPath = "" }: { path: string; oldPath?: string }): boolean => !`${path}${oldPath}`.includes("\u{fffd}");

const readTreeOf = (repository: Repository, commit: Oid): Promise<Oid> =>
  gitText(["rev-parse", "--verify", `${commit}^{tree}`], inRepository(repository));

const readCommitIds = async (repository: Repository, base: Oid | null, head: Oid | null): Promise<Oid[]> => {
  if (head === null || head === base) return [];
  const text = await gitText(["rev-list", `--max-count=${commitLimit}`, head, ...(base ? [`^${base}`] : [])], inRepository(repository));
  return text === "" ? [] : text.split("\n");
};
