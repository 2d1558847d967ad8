import os from "node:os";
import { NerveError } from "../base/errors.ts";
import { git } from "../git/exec.ts";
import { inRepository, type Repository } from "../git/repository.ts";

/** What a user may set with `git config nerve.<name>`. */
export interface Config {
  /** What this clone calls itself: the user's name for git, else the machine's. */
  readonly name: string;
  /** Branch that work lands on; null: found out. */
  readonly base: string | null;
  /** What git calls the first branch of a new repository (`init.defaultBranch`). */
  readonly defaultBranch: string | null;
  /** Remote to share with; null: elected. */
  readonly remote: string | null;
  /** Seconds between the watcher's syncs; null: it does not sync by itself. */
  readonly syncInterval: number | null;
  /** Whether snapshots go along to the remote, so that teammates get real merge prediction on uncommitted work. */
  readonly shareWip: boolean;
  /** What a push does about open high conflicts of the branch. */
  readonly prePush: "warn" | "block" | "off";
}

const defaultSyncInterval = 60;

/** All of our settings, with one git process. Throws (usage) on a value that cannot be. */
export const readConfig = async (repository: Repository): Promise<Config> => {
  const { stdout } = await git(
    ["config", "-z", "--get-regexp", "^(nerve\\.|user\\.name$|init\\.defaultbranch$)"],
    inRepository(repository, { allow: [1] }),
  );
  const values = new Map<string, string>();
  for (const record of stdout.toString("utf8").split("\0")) {
    const [key = "", ...value] = record.split("\n");
    values.set(key, value.join("\n"));
  }
  return {
    name: values.get("user.name") || os.hostname(),
    base: values.get("nerve.base") || null,
    defaultBranch: values.get("init.defaultbranch") || null,
    remote: values.get("nerve.remote") || null,
    syncInterval: interval(values.get("nerve.syncinterval")),
    shareWip: flag("nerve.shareWip", values.get("nerve.sharewip")),
    prePush: prePush(values.get("nerve.prepush")),
  };
};

const interval = (value: string | undefined): number | null => {
  if (value === undefined) return defaultSyncInterval;
  if (value === "off" || value === "0" || value === "false") return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds) && seconds >= 5) return seconds;
  throw new NerveError("usage", `nerve.syncInterval is ${value}`, { hint: "Seconds, 5 or more, or off." });
};

const flag = (name: string, value: string | undefined): boolean => {
  const text = value?.toLowerCase();
  if (text === undefined || ["false", "no", "off", "0"].includes(text)) return false;
  // `[nerve] shareWip` without a value means true to git.
  if (["", "true", "yes", "on", "1"].includes(text)) return true;
  throw new NerveError("usage", `${name} is ${value}`, { hint: "true or false." });
};

const prePush = (value: string | undefined): Config["prePush"] => {
  if (value === undefined) return "warn";
  if (value === "warn" || value === "block" || value === "off") return value;
  throw new NerveError("usage", `nerve.prePush is ${value}`, { hint: "warn, block or off." });
};
