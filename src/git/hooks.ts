import path from "node:path";
import { git, gitRecords, gitText } from "./exec.ts";
import { inRepository, type Repository } from "./repository.ts";
import { inWorktree, type Worktree } from "./worktrees.ts";

/** Every hook git runs from the folder of hooks (githooks(5), git 2.55). */
export const gitHooks = [
  "applypatch-msg",
  "commit-msg",
  "fsmonitor-watchman",
  "p4-changelist",
  "p4-post-changelist",
  "p4-pre-submit",
  "p4-prepare-changelist",
  "post-applypatch",
  "post-checkout",
  "post-commit",
  "post-index-change",
  "post-merge",
  "post-receive",
  "post-rewrite",
  "post-update",
  "pre-applypatch",
  "pre-auto-gc",
  "pre-commit",
  "pre-merge-commit",
  "pre-push",
  "pre-rebase",
  "pre-receive",
  "prepare-commit-msg",
  "proc-receive",
  "push-to-checkout",
  "reference-transaction",
  "sendemail-validate",
  "update",
] as const;

/** Where a value of git's configuration comes from. */
export type ConfigScope = "system" | "global" | "local" | "worktree" | "command";

/** One value of `core.hooksPath`, `~` expanded. */
export interface HooksPath {
  readonly scope: ConfigScope;
  readonly value: string;
}

/** Every value of `core.hooksPath` as the repository sees it; git obeys the last one. */
export const readHooksPaths = async (repository: Repository): Promise<HooksPath[]> => {
  const command = ["config", "-z", "--show-scope", "--type=path", "--get-all", "core.hooksPath"];
  const { stdout } = await git(command, inRepository(repository, { allow: [1] }));
  const words = stdout.toString("utf8").split("\0");
  const paths: HooksPath[] = [];
  for (let at = 0; at + 1 < words.length; at += 2) paths.push({ scope: words[at] as ConfigScope, value: words[at + 1] ?? "" });
  return paths;
};

/** The absolute folder git takes its hooks from in one worktree. */
export const readHookFolder = async (worktree: Place): Promise<string> =>
  path.resolve(worktree.path, await gitText(["rev-parse", "--git-path", "hooks"], inWorktree(worktree)));

type Place = Pick<Worktree, "path" | "gitDir">;

/** One entry of a configuration file. */
export interface ConfigEntry {
  readonly key: string;
  readonly value: string;
}

/** The entries of the clone's own configuration file, in its order, without what it includes. */
export const readLocalConfig = async (repository: Repository): Promise<ConfigEntry[]> => {
  const records = await gitRecords(["config", "-z", "--local", "--no-includes", "--list"], inRepository(repository));
  return records.map((record) => {
    const end = record.indexOf("\n");
    return end < 0 ? { key: record, value: "" } : { key: record.slice(0, end), value: record.slice(end + 1) };
  });
};

/** Names of the hooks that the configuration defines for `event` in any scope (git 2.54 and newer run them; older ones take no notice). */
export const readConfiguredHooks = async (repository: Repository, event: string): Promise<string[]> => {
  const { stdout } = await git(["config", "-z", "--get-regexp", "^hook\\..*\\.event$"], inRepository(repository, { allow: [1] }));
  const names = new Set<string>();
  for (const record of stdout.toString("utf8").split("\0")) {
    const [key = "", value] = record.split("\n", 2);
    if (value === event) names.add(key.slice("hook.".length, -".event".length));
  }
  return [...names];
};

/** Adds one value to the clone's configuration file, beside those the key has. */
export const addLocalConfig = async (repository: Repository, { key, value }: ConfigEntry): Promise<void> => {
  await git(["config", "--local", "--add", key, value], inRepository(repository));
};

/** Takes exactly this value out of the clone's configuration file, and its section with it when that is empty then. */
export const removeLocalConfig = async (repository: Repository, { key, value }: ConfigEntry): Promise<void> => {
  await git(["config", "--local", "--fixed-value", "--unset-all", key, value], inRepository(repository, { allow: [5] }));
};

/** Runs a hook in a worktree the way git does. `config` holds `key=value` settings for this one run; `timeout` is in milliseconds. False when the hook failed. */
export const runHook = async (
  worktree: Place,
  hook: string,
  options: { env: Readonly<Record<string, string>>; config: readonly string[]; timeout: number },
): Promise<boolean> => {
  const settings = options.config.flatMap((setting) => ["-c", setting]);
  const { env, timeout } = options;
  const { code } = await git(
    [...settings, "hook", "run", "--ignore-missing", hook],
    inWorktree(worktree, { env, timeout, allow: [1, 126, 127, 128] }),
  );
  return code === 0;
};
