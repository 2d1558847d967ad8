import type { Oid } from "../model/ids.ts";
import { gitRecords } from "./exec.ts";
import { inRepository, type Repository } from "./repository.ts";

/** Paths of all files in a tree or commit, links and other repositories left out. One process: 50 ms for 50,000 files. */
export const readFileNames = async (
  repository: Repository,
  tree: Oid,
  { env = {} }: { env?: Readonly<Record<string, string>> } = {},
): Promise<string[]> => {
  const records = await gitRecords(["ls-tree", "-r", "-z", tree], inRepository(repository, { env }));
  return records.flatMap((record) => (record.startsWith("100") ? [record.slice(record.indexOf("\t") + 1)] : []));
};
