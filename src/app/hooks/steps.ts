import path from "node:path";
import type { ConfigEntry } from "../../git/hooks.ts";
import { holdsBlock, withoutBlock } from "./block.ts";
import type { FileFact, HookFacts } from "./facts.ts";
import { type HookLayout, nerveHooks } from "./layout.ts";
import { chainInclude, configuredName, type HookTarget } from "./target.ts";

/** One change to the disk or the configuration. `why` is for people. Texts are bytes as latin1. */
export type HookStep =
  | { readonly do: "make-folder"; readonly path: string; readonly why: string }
  | { readonly do: "write"; readonly path: string; readonly text: string; readonly mode: number; readonly why: string }
  | { readonly do: "add-config"; readonly entry: ConfigEntry; readonly why: string }
  | { readonly do: "remove-config"; readonly entry: ConfigEntry; readonly why: string }
  | { readonly do: "remove"; readonly path: string; readonly why: string }
  | { readonly do: "remove-folder"; readonly path: string; readonly why: string };

/** The way from what is there to the target; empty when it is reached. New things come first, so that the hooks never stop in between. */
export const stepsTowards = (facts: HookFacts, target: HookTarget): HookStep[] => [
  ...writes(facts, target),
  ...target.config.filter((entry) => !facts.config.some((other) => isSame(entry, other))).map(addition),
  ...facts.config
    .filter((entry) => isOurs(entry) && !target.config.some((other) => isSame(entry, other)))
    .reverse()
    .map(removal),
  ...strippings(facts, target),
  ...leftovers(facts, target),
];

/** Files in the folder of our chain that a hook manager put there, believing it the user's. */
export const strangersInChain = ({ files, layout }: HookFacts): string[] =>
  [...files].filter(([place, file]) => isStranger(layout, place, file)).map(([place]) => place);

const writes = ({ layout, gitFolder, files }: HookFacts, target: HookTarget): HookStep[] => {
  const steps: HookStep[] = [];
  const inGitFolder = [...target.files.keys()].some((place) => path.dirname(place) === layout.gitFolder);
  if (inGitFolder && gitFolder === "absent") {
    const why = "remembers that the folder of hooks was not there";
    steps.push({ do: "write", path: layout.madeFolder, text: "", mode: 0o644, why });
    steps.push({ do: "make-folder", path: layout.gitFolder, why: "git looks for hooks here" });
  }
  for (const [place, { text, mode, why }] of target.files) {
    const present = files.get(place);
    if (present && isStranger(layout, place, present)) continue;
    if (present?.kind === "file" && present.text === text && (present.mode & 0o111) === (mode & 0o111)) continue;
    const kept = present?.kind === "file" && path.dirname(place) === layout.gitFolder ? present.mode : mode;
    steps.push({ do: "write", path: place, text, mode: kept, why });
  }
  return steps;
};

const addition = (entry: ConfigEntry): HookStep => {
  const why =
    entry.value === chainInclude ? "puts our folder before core.hooksPath, whose value stays as it is" : "runs beside every other hook";
  return { do: "add-config", entry, why };
};

const removal = (entry: ConfigEntry): HookStep => ({ do: "remove-config", entry, why: "an entry of ours that is no longer needed" });

/** Hooks of the user that hold lines of ours where the target has none, under whatever name a manager gave them. */
const strippings = ({ files, layout }: HookFacts, target: HookTarget): HookStep[] => {
  const steps: HookStep[] = [];
  for (const [place, { text, mode }] of files) {
    if (place.startsWith(layout.home + path.sep) || target.files.has(place) || !holdsBlock(text)) continue;
    const rest = withoutBlock(text);
    if (rest === null) steps.push({ do: "remove", path: place, why: "a hook of ours alone" });
    else steps.push({ do: "write", path: place, text: rest, mode, why: "our lines go, the rest stays" });
  }
  return steps;
};

const leftovers = (facts: HookFacts, target: HookTarget): HookStep[] => {
  const { files, layout } = facts;
  const strangers = new Set(strangersInChain(facts));
  const gone = (place: string) => !target.files.has(place) && !strangers.has(place);
  const inHome = [...files.keys()].filter((place) => place.startsWith(layout.home + path.sep) && gone(place));
  const madeFolder = files.has(layout.madeFolder);
  const usesGitFolder = [...target.files.keys()].some((place) => path.dirname(place) === layout.gitFolder);
  const steps: HookStep[] = inHome
    .filter((place) => place !== layout.madeFolder || !usesGitFolder)
    .filter((place) => target.files.size === 0 || path.dirname(place) === layout.chain || place === layout.madeFolder)
    .map((place) => ({ do: "remove", path: place, why: "a file of ours" }));
  if (madeFolder && !usesGitFolder) steps.push({ do: "remove-folder", path: layout.gitFolder, why: "it was not there before us" });
  if (!target.files.has(layout.chainConfig) && files.has(layout.chainConfig) && strangers.size === 0) {
    steps.push({ do: "remove-folder", path: layout.chain, why: "our folder" });
  }
  if (target.files.size === 0 && inHome.length > 0) steps.push({ do: "remove-folder", path: layout.home, why: "our folder" });
  return steps;
};

const isStranger = (layout: HookLayout, place: string, { text }: FileFact): boolean =>
  path.dirname(place) === layout.chain && place !== layout.chainConfig && !isChainScript(text);

/** True for the script that stands in our folder for one hook, of whatever version. */
export const isChainScript = (text: string): boolean => text.startsWith("#!/bin/sh\n# git nerve: stands for one hook");

const isOurs = ({ key, value }: ConfigEntry): boolean =>
  (value === chainInclude && key.toLowerCase().startsWith("includeif.gitdir:")) ||
  nerveHooks.some((hook) => key.startsWith(`hook.${configuredName(hook)}.`));

const isSame = (a: ConfigEntry, b: ConfigEntry): boolean => a.value === b.value && a.key.toLowerCase() === b.key.toLowerCase();
