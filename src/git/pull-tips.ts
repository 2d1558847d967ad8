import type { Oid } from "../model/ids.ts";
import { gitText } from "./exec.ts";
import { inRepository, type Repository } from "./repository.ts";

/**
 * Last commits of pull requests that were fetched from a forge, by number. They tell what a branch was before it was squashed. Known are the names
 * that forges give (`refs/pull/7/head`, `refs/merge-requests/7/head`) and those that people usually fetch them to (`refs/remotes/origin/pr/7`).
 */
export const readPullTips = async (repository: Repository): Promise<Map<number, Oid>> => {
  const text = await gitText(["for-each-ref", "--format=%(objectname) %(objecttype) %(refname)"], inRepository(repository));
  const tips = new Map<number, Oid>();
  for (const line of text.split("\n")) {
    const [id = "", type, name = ""] = line.split(" ");
    const [, number] = /^refs\/(?:.*\/)?(?:pr|pull|pulls|merge-requests)\/(\d+)(?:\/head)?$/.exec(name) ?? [];
    if (number !== undefined && type === "commit") tips.set(Number(number), id);
  }
  return tips;
};
