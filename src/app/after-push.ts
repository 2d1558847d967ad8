import { spawn } from "node:child_process";
import type { Nerve } from "./nerve.ts";
import { programWords } from "./program.ts";
import { findRemote } from "./sync.ts";

/**
 * Lets this clone's own plane refs go along with a push to the elected remote, by a process of its own: the user's push waits for nothing, and
 * however slow the remote is, the shell that git waits for is free. Nothing goes to any other remote.
 */
export const pushAlong = async (nerve: Nerve, remote: string): Promise<void> => {
  if (nerve.config.syncInterval === null || (await findRemote(nerve)) !== remote) return;
  const [node = "", ...script] = programWords();
  const env = { ...process.env };
  // Set by git for the hook alone: in the new process they would name this worktree's index and objects for good.
  for (const name of Object.keys(env)) if (name.startsWith("GIT_")) delete env[name];
  spawn(node, [...script, "-C", nerve.repository.workTree ?? nerve.repository.commonDir, "sync", remote], {
    detached: true,
    stdio: "ignore",
    env,
  }).unref();
};
