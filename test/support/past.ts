import { execFileSync } from "node:child_process";
import type { TestRepository } from "./repository.ts";

/** Environment in which git does everything at an hour counted from 2024-01-01 UTC. */
const atHour = (hour: number): NodeJS.ProcessEnv => {
  const date = `${Date.UTC(2024, 0, 1, hour) / 1000} +0000`;
  return { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
};

const gitAt = (repo: TestRepository, hour: number, ...args: readonly string[]): string =>
  execFileSync("git", args, { cwd: repo.dir, env: atHour(hour), encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trimEnd();

/** Writes files and commits them as if it were that hour; the new commit's id. */
export const committedAt = (repo: TestRepository, hour: number, files: Readonly<Record<string, string>>, message = "change"): string => {
  for (const [file, content] of Object.entries(files)) repo.write(file, content);
  repo.git("add", "-A");
  gitAt(repo, hour, "commit", "-q", "--allow-empty", "-m", message);
  return repo.git("rev-parse", "HEAD");
};

/**
 * Merges a branch at that hour, with `files` as whoever merges leaves them: what git merges otherwise, or cannot merge. The merge's id.
 */
export const mergedAt = (
  repo: TestRepository,
  hour: number,
  branch: string,
  files: Readonly<Record<string, string>> = {},
  message = `Merge branch '${branch}'`,
): string => {
  try {
    gitAt(repo, hour, "merge", "-q", "--no-ff", "--no-commit", branch);
  } catch {
    // Conflicts: `files` settle them.
  }
  return committedAt(repo, hour, files, message);
};
