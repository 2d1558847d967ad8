import type { Oid } from "../model/ids.ts";
import { git, gitText } from "./exec.ts";
import { inRepository, type Repository } from "./repository.ts";

/**
 * Of each commit or tree that this clone has: the tree it stands for. Ids that are not here, or are no ids, are left out. One process, and no
 * network: in a partial clone that is left to git 2.45 and newer, older ones may fetch.
 */
export const readTrees = async (
  repository: Repository,
  ids: Iterable<Oid>,
  { env = {} }: { env?: Readonly<Record<string, string>> } = {},
): Promise<Map<Oid, Oid>> => {
  const wellFormed = new RegExp(`^[0-9a-f]{${repository.zero.length}}$`);
  const asked = [...new Set(ids)].filter((id) => wellFormed.test(id));
  if (asked.length === 0) return new Map();
  const { stdout } = await git(
    ["cat-file", "--batch-check=%(objectname) %(objecttype)"],
    inRepository(repository, { env: { GIT_NO_LAZY_FETCH: "1", ...env }, input: asked.map((id) => `${id}^{tree}\n`).join("") }),
  );
  const answers = stdout.toString("utf8").split("\n");
  const trees = new Map<Oid, Oid>();
  for (const [place, id] of asked.entries()) {
    const [tree, type] = (answers[place] ?? "").split(" ");
    if (tree && type === "tree") trees.set(id, tree);
  }
  return trees;
};

/**
 * All merge bases of each pair of commits, best ones only: one as a rule, several after criss-cross merges, none for unrelated histories. All
 * commits must be here. One process for about 200 pairs: `rev-parse` is the one command that takes many pairs.
 */
export const readMergeBases = async (
  repository: Repository,
  pairs: readonly (readonly [Oid, Oid])[],
  { env = {} }: { env?: Readonly<Record<string, string>> } = {},
): Promise<Oid[][]> => {
  const bases: Oid[][] = [];
  for (let from = 0; from < pairs.length; from += pairsAtOnce) {
    const ranges = pairs.slice(from, from + pairsAtOnce).map(([a, b]) => `${a}...${b}`);
    const text = await gitText(["rev-parse", ...ranges], inRepository(repository, { env }));
    bases.push(...basesOf(text));
  }
  return bases;
};

const pairsAtOnce = 200;

/** Of `A...B` git prints the two ends and then each merge base with "^" in front. */
const basesOf = (text: string): Oid[][] => {
  const found: Oid[][] = [];
  let ends = 0;
  for (const line of text.split("\n")) {
    if (line.startsWith("^")) found.at(-1)?.push(line.slice(1));
    else if (ends++ % 2 === 0) found.push([]);
  }
  return found;
};
