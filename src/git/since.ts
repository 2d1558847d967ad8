import { NerveError } from "../base/errors.ts";
import type { Oid } from "../model/ids.ts";
import { git, gitText } from "./exec.ts";
import { inRepository, type Repository } from "./repository.ts";

/** Where to stop going back: before a commit, or before a time in seconds since 1970. */
export type Since = { readonly commit: Oid } | { readonly time: number };

/**
 * Reads words such as `v1.2`, `2024-05-01` or `3 months ago` as git does: a revision if there is one of that name, else a date. Throws (usage)
 * when they are neither.
 */
export const requireSince = async (repository: Repository, words: string): Promise<Since> => {
  const { code, stdout } = await git(
    ["rev-parse", "--verify", "--quiet", "--end-of-options", `${words}^{commit}`],
    inRepository(repository, { allow: [1, 128] }),
  );
  if (code === 0) return { commit: stdout.toString("utf8").trim() };
  // By a bare date, git means that day at the present time of day.
  const time = await readTime(repository, /^\d{4}-\d\d-\d\d$/.test(words) ? `${words} 00:00` : words);
  // What git cannot read as a date it takes for now, and nothing has happened since now.
  const now = await readTime(repository, "now");
  if (Number.isFinite(time) && time < now - 1) return { time };
  throw new NerveError("usage", `${words} is neither a revision nor a time in the past`, {
    hint: "For example: --since v1.0, --since 2025-01-31, --since '6 months ago'",
  });
};

const readTime = async (repository: Repository, words: string): Promise<number> =>
  Number((await gitText(["rev-parse", `--since=${words}`], inRepository(repository))).replace("--max-age=", ""));
