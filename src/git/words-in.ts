import type { Oid } from "../model/ids.ts";
import { git } from "./exec.ts";
import { inRepository, type Repository } from "./repository.ts";

/** Those of `words` that stand, as whole words, in some file of a tree. One process a word, which ends at the first place found. */
export const readWordsIn = async (
  repository: Repository,
  tree: Oid,
  words: readonly string[],
  { env = {} }: { env?: Readonly<Record<string, string>> } = {},
): Promise<Set<string>> => {
  const found = new Set<string>();
  for (const word of words) {
    const { code } = await git(["grep", "-q", "-w", "-F", "-e", word, tree], inRepository(repository, { env, allow: [1] }));
    if (code === 0) found.add(word);
  }
  return found;
};
