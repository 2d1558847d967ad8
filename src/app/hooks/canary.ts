import { randomBytes } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import { readConfiguredHooks, runHook } from "../../git/hooks.ts";
import type { Repository } from "../../git/repository.ts";
import type { Worktree } from "../../git/worktrees.ts";
import { hookLayout, type NerveHook } from "./layout.ts";
import { configuredName } from "./target.ts";
import type { HookWay } from "./way.ts";

/**
 * Lets git start a hook in a worktree and sees whether our part is reached, which then does nothing but say so and ends the hook there.
 * Only to be called where our part comes first: what stands before it would run in earnest.
 */
export const sendCanary = async (repository: Repository, worktree: Worktree, hook: NerveHook, way: HookWay): Promise<boolean> => {
  const nonce = randomBytes(8).toString("hex");
  const trace = path.join(hookLayout(repository).home, `canary.${nonce}`);
  const config = way === "config" ? canaryConfig(await readConfiguredHooks(repository, hook), hook) : [];
  try {
    await runHook(worktree, hook, { env: { NERVE_CANARY: nonce }, config, timeout: 10_000 });
    return (await fs.readFile(trace, "utf8").catch(() => "")) === `${hook}\n`;
  } finally {
    await fs.rm(trace, { force: true });
  }
};

/** Settings for one run of git that leave ours as the only hook: those from the configuration are switched off, those in files out of sight. */
export const canaryConfig = (configured: readonly string[], hook: NerveHook): string[] => [
  "core.hooksPath=/dev/null",
  ...configured.filter((name) => name !== configuredName(hook)).map((name) => `hook.${name}.enabled=false`),
];
