import path from "node:path";
import { type ConfigEntry, gitHooks } from "../../git/hooks.ts";
import { ownScript, withBlock } from "./block.ts";
import type { HookFacts } from "./facts.ts";
import type { HookTexts } from "./hook-texts.ts";
import { type HookLayout, nerveHooks } from "./layout.ts";
import type { HookWay } from "./way.ts";

/** How our files and entries should be. Whatever else of ours is found has to go. */
export interface HookTarget {
  /** By absolute path, in the order of writing. */
  readonly files: ReadonlyMap<string, TargetFile>;
  /** In the order of adding. */
  readonly config: readonly ConfigEntry[];
}

export interface TargetFile {
  /** Bytes as latin1. */
  readonly text: string;
  /** Permission bits of a new file; one that exists keeps its own. */
  readonly mode: number;
  readonly why: string;
}

/** Without us. */
export const noTarget: HookTarget = { files: new Map(), config: [] };

/** How it should be when the hooks are installed in this way. */
export const targetOf = (facts: HookFacts, way: HookWay, texts: HookTexts): HookTarget => {
  const { layout } = facts;
  const files = new Map<string, TargetFile>([
    [layout.run, script(texts.run, "runs git nerve's part, then the hook that was there")],
    [layout.program, script(texts.program, "says where git nerve is")],
  ]);
  if (way === "file") for (const [place, file] of editedHooks(facts, texts)) files.set(place, file);
  if (way === "chain") for (const [place, file] of chainFiles(facts, texts)) files.set(place, file);
  return { files, config: way === "config" ? configuredHooks() : way === "chain" ? chainIncludes(facts) : [] };
};

/** The value of our `include` entries, from the folder of the configuration file. */
export const chainInclude = "nerveplane/hooks/chain/gitconfig";

/** The name git knows our hook by in its configuration. */
export const configuredName = (hook: string): string => `nerve-${hook}`;

const script = (text: string, why: string): TargetFile => ({ text, mode: 0o755, why });

const editedHooks = ({ files, layout }: HookFacts, texts: HookTexts): [string, TargetFile][] =>
  nerveHooks.map((hook) => {
    const place = path.join(layout.gitFolder, hook);
    const present = files.get(place);
    const block = texts.block(hook);
    if (!present) return [place, script(ownScript(block), "a hook of ours, because there is none")];
    return [place, script(withBlock(present.text, block), "our lines go in front; the rest of your hook stays as it is")];
  });

/** Hooks whose mere presence changes what git does or what it costs: they are in the chain only when there is one to go on to. */
const onlyIfPresent: ReadonlySet<string> = new Set([
  "fsmonitor-watchman",
  "post-index-change",
  "proc-receive",
  "push-to-checkout",
  "reference-transaction",
]);

const chainFiles = ({ layout, foreignHooks }: HookFacts, texts: HookTexts): [string, TargetFile][] => {
  const names = gitHooks.filter((name) => !onlyIfPresent.has(name) || foreignHooks.has(name));
  const links = names.map((name): [string, TargetFile] => {
    const ours = (nerveHooks as readonly string[]).includes(name);
    return [path.join(layout.chain, name), script(texts.chain, ours ? "ours, then yours" : "goes on to yours")];
  });
  return [...links, [layout.chainConfig, { text: chainConfig(layout), mode: 0o644, why: "names that folder in core.hooksPath" }]];
};

const chainConfig = ({ chain }: HookLayout): string => {
  const value = Buffer.from(gitPath(chain).replace(/["\\]/g, "\\$&"), "utf8").toString("latin1");
  return `# Read by git through an includeIf in this repository's configuration. Written by: git nerve hooks install\n[core]\n\thooksPath = "${value}"\n`;
};

// The condition makes a copied or moved repository fall back to the hooks it had: the absolute path above is true in this place only.
const chainIncludes = ({ commonDir }: HookFacts): ConfigEntry[] => {
  const pattern = gitPath(commonDir).replace(/[*?[\]\\]/g, "\\$&");
  return [pattern, `${pattern}/worktrees/*`].map((place) => ({ key: `includeif.gitdir:${place}.path`, value: chainInclude }));
};

/** git writes paths with slashes on every system. */
const gitPath = (place: string): string => place.split(path.sep).join("/");

// git adds the hook's arguments at the end. An event without a command stops git ("must be configured"), so the command comes first.
const configuredHooks = (): ConfigEntry[] =>
  nerveHooks.flatMap((hook) => {
    const start = `nerve="$(git rev-parse --git-common-dir)/nerveplane/hooks/run" && [ -x "$nerve" ] || exit 0; "$nerve" ${hook} ''`;
    const name = configuredName(hook);
    return [
      { key: `hook.${name}.command`, value: start },
      { key: `hook.${name}.event`, value: hook },
    ];
  });
