import { NerveError } from "../../base/errors.ts";
import { readNamed } from "../../git/named.ts";
import { type PastCommit, readIsShallow, readPast } from "../../git/history.ts";
import { readPullTips } from "../../git/pull-tips.ts";
import type { Repository } from "../../git/repository.ts";
import { requireSince, type Since } from "../../git/since.ts";
import type { Oid } from "../../model/ids.ts";
import { firstParents, type Landing, landingsIn } from "./landing.ts";

/** What is to be replayed, and the history around it. */
export interface History {
  readonly head: Oid;
  readonly past: readonly PastCommit[];
  /** First parents of HEAD. */
  readonly line: ReadonlySet<Oid>;
  /** Newest first, at most as many as were asked for. */
  readonly landings: readonly Landing[];
  /** All squashed pull requests whose branch is known, by the commit they became. */
  readonly squashed: ReadonlyMap<Oid, Landing>;
  readonly older: boolean;
  readonly octopus: number;
  readonly branchUnknown: number;
  readonly shallow: boolean;
}

/**
 * Reads the newest landings in the history of HEAD, and in branches of pull requests that were squashed into it: there the other side was merged
 * into the branch, before it landed. Throws (usage) while there is no commit.
 */
export const readHistory = async (repository: Repository, { since, max }: { since?: string; max: number }): Promise<History> => {
  const head = await requireHead(repository);
  const from = since === undefined ? undefined : await requireSince(repository, since);
  const [trunk, tips] = await Promise.all([
    readPast(repository, { tips: [head], most: mostCommits, ...rangeOf(from) }),
    readPullTips(repository),
  ]);
  const line = firstParents(trunk, head);
  const landed = landingsIn(trunk, line, tips);
  const isSquashed = ({ how }: Landing) => how === "squash";
  const branches = await readPast(repository, {
    tips: landed.found
      .slice(0, max)
      .filter(isSquashed)
      .map(({ theirs }) => theirs),
    most: mostCommits,
    ...rangeOf(from),
    not: [head, ...(rangeOf(from).not ?? [])],
  });
  const past = [...trunk, ...branches];
  const { found, octopus } = landingsIn(past, line, tips);
  return {
    head,
    past,
    line,
    landings: found.slice(0, max),
    squashed: new Map(landed.found.filter(isSquashed).map((landing) => [landing.commit.id, landing])),
    older: found.length > max || trunk.length === mostCommits,
    octopus,
    branchUnknown: landed.branchUnknown,
    shallow: await readIsShallow(repository),
  };
};

/** Far more than lie between 200 merges in any history we know. */
const mostCommits = 20_000;

const rangeOf = (since: Since | undefined): { not?: readonly Oid[]; since?: number } => {
  if (!since) return {};
  return "commit" in since ? { not: [since.commit] } : { since: since.time };
};

const requireHead = async (repository: Repository): Promise<Oid> => {
  const [head] = await readNamed(repository, ["HEAD"]).catch(() => []);
  if (head) return head.id;
  throw new NerveError("usage", "there is no commit yet, so there is no history to replay");
};
