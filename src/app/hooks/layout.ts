import path from "node:path";
import type { Repository } from "../../git/repository.ts";

/** The hooks git nerve takes part in. */
export const nerveHooks = ["post-checkout", "pre-push"] as const;

export type NerveHook = (typeof nerveHooks)[number];

/** Where everything about hooks lives; absolute paths. */
export interface HookLayout {
  /** git's own folder of hooks, which `core.hooksPath` overrides. */
  readonly gitFolder: string;
  /** Our folder: `<nerveDir>/hooks`. */
  readonly home: string;
  readonly run: string;
  readonly program: string;
  /** There when git's folder of hooks was not: it goes with us. */
  readonly madeFolder: string;
  /** The folder that `core.hooksPath` names when our hooks go in front of a folder that is not ours to write to. */
  readonly chain: string;
  readonly chainConfig: string;
}

export const hookLayout = ({ commonDir, nerveDir }: Pick<Repository, "commonDir" | "nerveDir">): HookLayout => {
  const home = path.join(nerveDir, "hooks");
  const chain = path.join(home, "chain");
  return {
    gitFolder: path.join(commonDir, "hooks"),
    home,
    run: path.join(home, "run"),
    program: path.join(home, "program"),
    madeFolder: path.join(home, "made-hooks-folder"),
    chain,
    chainConfig: path.join(chain, "gitconfig"),
  };
};

/**
 * Files in git's folder that may hold our lines for one hook: the hook itself, and what hook managers rename a hook to when they take its place
 * (pre-commit, lefthook and overcommit, in this order).
 */
export const placesOf = ({ gitFolder }: HookLayout, hook: NerveHook): string[] =>
  [hook, `${hook}.legacy`, `${hook}.old`, path.join("old-hooks", hook)].map((name) => path.join(gitFolder, name));
