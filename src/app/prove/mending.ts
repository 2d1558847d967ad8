import { readTrees } from "../../git/ancestry.ts";
import type { PastCommit } from "../../git/history.ts";
import { ObjectReader } from "../../git/objects.ts";
import { readTreeDiffs, type TreeChange } from "../../git/tree-diff.ts";
import type { Oid } from "../../model/ids.ts";
import type { Aftermath } from "./aftermath.ts";
import { blamesMerge, looksLikeFix } from "./clues.ts";
import type { Guest } from "./guest.ts";
import { corrects, type LineChange, lineChange } from "./line-change.ts";
import type { Replayed } from "./replay.ts";

/** A later commit that changes, or takes back, lines of a file that a landing brought. */
export interface Mending {
  readonly commit: PastCommit;
  readonly path: string;
  /** Whose lines. */
  readonly of: "ours" | "theirs" | "both";
  /** By its title. */
  readonly looksLikeFix: boolean;
  readonly blamesMerge: boolean;
  readonly lines: LineChange;
}

/** Reads how landings were mended: of each one, in order, what its followers corrected in the files that `paths` names. */
export const readMendings = async (
  { repository, env }: Guest,
  landings: readonly { readonly replayed: Replayed; readonly aftermath: Aftermath; readonly paths: ReadonlySet<string> }[],
): Promise<Mending[][]> => {
  const followers = [...new Map(landings.flatMap(({ aftermath }) => aftermath.followers.map((one) => [one.id, one] as const))).values()];
  const trees = await readTrees(
    repository,
    followers.flatMap(({ parents }) => parents.slice(0, 1)),
    { env },
  );
  const spans = followers.map(({ tree, parents: [parent = ""] }) => [trees.get(parent) ?? repository.emptyTree, tree] as const);
  const diffs = await readTreeDiffs(repository, spans, { env });
  const changesOf = new Map(followers.map(({ id }, place) => [id, diffs[place] ?? []]));
  const objects = new ObjectReader(repository, env);
  try {
    const change = changeReader(objects);
    const mendings: Mending[][] = [];
    for (const { replayed, aftermath, paths } of landings) {
      const found: Mending[] = [];
      for (const commit of aftermath.followers) {
        for (const later of changesOf.get(commit.id) ?? []) {
          if (paths.has(later.path)) found.push(...(await mendingBy(commit, later, replayed, change)));
        }
      }
      mendings.push(found);
    }
    return mendings;
  } finally {
    await objects.close();
  }
};

const mendingBy = async (
  commit: PastCommit,
  later: TreeChange,
  { own }: Replayed,
  change: (one: TreeChange | undefined) => Promise<LineChange>,
): Promise<Mending[]> => {
  const lines = await change(later);
  const ours = corrects(lines, await change(own.ours.get(later.path)));
  const theirs = corrects(lines, await change(own.theirs.get(later.path)));
  if (!ours && !theirs) return [];
  const of = ours && theirs ? "both" : ours ? "ours" : "theirs";
  const words = { looksLikeFix: looksLikeFix(commit.about), blamesMerge: blamesMerge(commit.about) };
  return [{ commit, path: later.path, of, lines, ...words }];
};

const changeReader = (objects: ObjectReader): ((change: TreeChange | undefined) => Promise<LineChange>) => {
  const read = async (blob: Oid | null): Promise<string | null> => {
    const content = blob === null ? undefined : (await objects.find(blob))?.content;
    return content === undefined || content.length > largest || content.includes(0) ? null : content.toString("utf8");
  };
  const known = new Map<string, LineChange>();
  return async (change) => {
    const key = `${change?.oldBlob} ${change?.newBlob}`;
    const found = known.get(key) ?? lineChange(await read(change?.oldBlob ?? null), await read(change?.newBlob ?? null));
    if (known.size >= remembered) known.clear();
    known.set(key, found);
    return found;
  };
};

/** Nobody mends a file of more bytes by hand. */
const largest = 1_000_000;
const remembered = 500;
