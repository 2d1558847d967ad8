import type { Oid } from "../model/ids.ts";
import { git, gitText } from "./exec.ts";
import { inRepository, type Repository } from "./repository.ts";

/** A commit as history tells of it. Times in seconds since 1970; when it was committed, which a rebase moves and an author date does not. */
export interface PastCommit {
  readonly id: Oid;
  readonly tree: Oid;
  readonly parents: readonly Oid[];
  readonly author: string;
  readonly at: number;
  /** First line of the message. */
  readonly title: string;
  /** The first line that says something: of "Merge pull request #1 …" the line below it, else the title. */
  readonly about: string;
  /** Commits (ids, perhaps short) and pull requests that it says it reverts. */
  readonly reverts: { readonly commits: readonly string[]; readonly pullRequests: readonly number[] };
}

/** What to read: everything that `tips` reach and `not` does not, as far back as `since` (seconds), newest first, at most `most`. */
export interface PastRange {
  readonly tips: readonly Oid[];
  readonly not?: readonly Oid[];
  readonly since?: number;
  readonly most: number;
}

/** Commits of a range, with one git process. Throws (environment) when history is damaged. */
export const readPast = async (repository: Repository, { tips, not = [], since, most }: PastRange): Promise<PastCommit[]> => {
  if (tips.length === 0) return [];
  const { stdout } = await git(
    ["log", "--stdin", "-z", "--no-show-signature", "--encoding=UTF-8", `--format=${format}`, `--max-count=${most}`, ...sinceOption(since)],
    inRepository(repository, { input: [...tips, ...not.map((id) => `^${id}`)].map((id) => `${id}\n`).join("") }),
  );
  return stdout.toString("utf8").split("\0").filter(Boolean).map(pastCommit);
};

/** Whether history was cut off when this was cloned: what two branches have in common may then be unknown. */
export const readIsShallow = async (repository: Repository): Promise<boolean> =>
  (await gitText(["rev-parse", "--is-shallow-repository"], inRepository(repository))) === "true";

const format = "%H%n%T%n%P%n%an%n%ct%n%B";

const sinceOption = (since: number | undefined): string[] => (since === undefined ? [] : [`--since=${since}`]);

const pastCommit = (record: string): PastCommit => {
  const [id = "", tree = "", parents = "", author = "", at = "", title = "", ...body] = record.split("\n");
  return {
    id,
    tree,
    parents: parents === "" ? [] : parents.split(" "),
    author,
    at: Number(at),
    title,
    about: title.startsWith("Merge ") ? (body.find((line) => line.trim() !== "")?.trim() ?? title) : title,
    reverts: revertsIn(body),
  };
};

/** `This reverts commit <id>` is git's own sentence, `Reverts <owner>/<name>#<n>` GitHub's. */
const revertsIn = (body: readonly string[]): PastCommit["reverts"] => {
  const text = body.join("\n");
  const commits = [...text.matchAll(/\bThis reverts (?:merge )?commit ([0-9a-f]{7,64})\b/g)].map(([, id = ""]) => id);
  const pullRequests = [...text.matchAll(/\bReverts (?:[\w.-]+\/[\w.-]+)?#(\d+)\b/g)].map(([, number]) => Number(number));
  return { commits, pullRequests };
};
