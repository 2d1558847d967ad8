import path from "node:path";
import { isShellScript } from "./block.ts";
import type { FileFact, HookFacts } from "./facts.ts";
import { nerveHooks } from "./layout.ts";

/**
 * How git comes to run our part (docs/decisions/0003-git-hooks.md):
 * `config` – hooks in the configuration, beside all others; `file` – our lines in the scripts of `.git/hooks`;
 * `chain` – a folder of ours that `core.hooksPath` names and that goes on to the hooks which would have run without it.
 */
export type HookWay = "config" | "file" | "chain";

/** The way that touches least of what others own, and why it was taken, in a sentence. */
export const wayOf = (facts: HookFacts): { readonly way: HookWay; readonly because: string } => {
  const { gitVersion, foreignFolder, gitFolder, layout } = facts;
  if (knowsConfiguredHooks(gitVersion)) {
    return { way: "config", because: `git ${gitVersion.join(".")} runs hooks from its configuration in addition to all others` };
  }
  if (foreignFolder) {
    const shared = foreignFolder.scope === "global" || foreignFolder.scope === "system";
    const owner = shared ? `your ${foreignFolder.scope} configuration names for many repositories` : "another program or your team owns";
    return { way: "chain", because: `core.hooksPath is ${foreignFolder.value}, a folder that ${owner}` };
  }
  if (gitFolder === "elsewhere")
    return { way: "chain", because: `${layout.gitFolder} is a link to a folder that is not this repository's alone` };
  for (const hook of nerveHooks) {
    const fact = facts.files.get(path.join(layout.gitFolder, hook));
    const obstacle = fact && obstacleIn(fact);
    if (obstacle) return { way: "chain", because: `your ${hook} hook ${obstacle}, so it stays as it is` };
  }
  return { way: "file", because: "the hooks of this repository are in its own .git/hooks" };
};

/** Hooks in the configuration exist since git 2.54; older ones silently take no notice of them. */
export const knowsConfiguredHooks = ([major, minor]: readonly [number, number]): boolean => major > 2 || (major === 2 && minor >= 54);

/** Why our lines cannot go into a hook; undefined when they can. */
const obstacleIn = ({ kind, text, mode, links }: FileFact): string | undefined => {
  if (kind === "symlink") return "is a link to a file elsewhere";
  if (kind === "other") return "is not a regular file";
  if (links > 1) return "shares its content with another file (hard link)";
  if ((mode & 0o111) === 0) return "is switched off (not executable)";
  if (!isShellScript(text)) return "is not a shell script";
  return undefined;
};
