import path from "node:path";
import type { Repository } from "../../git/repository.ts";
import { holdsBlock } from "./block.ts";
import { type HookFacts, readHookFacts } from "./facts.ts";
import { type HookTexts, readHookTexts } from "./hook-texts.ts";
import { findInstalledWay } from "./installed-way.ts";
import { nerveHooks } from "./layout.ts";
import { findManager } from "./managers.ts";
import { type HookStep, stepsTowards, strangersInChain } from "./steps.ts";
import { noTarget, targetOf } from "./target.ts";
import { type HookWay, wayOf } from "./way.ts";

/** What a command about hooks would do, for showing before it is done. */
export interface HookPlan {
  /** `none` when the plan is to uninstall. */
  readonly way: HookWay | "none";
  /** Why this way, in a sentence. */
  readonly because: string;
  /** Exactly what would be written and removed, in order; empty when there is nothing to do. */
  readonly steps: readonly HookStep[];
  /** What the user should know besides, one sentence each. */
  readonly notes: readonly string[];
}

export interface HookOptions {
  /** The command that starts git nerve, each word by itself: the absolute path of node, then that of the script. */
  readonly program: readonly string[];
}

/** What `installHooks` would do now. Changes nothing. */
export const planHooks = async (repository: Repository, { program }: HookOptions): Promise<HookPlan> => {
  const [facts, texts] = await Promise.all([readHookFacts(repository), readHookTexts(program)]);
  return planOf(facts, texts);
};

/** What `uninstallHooks` would do now. Changes nothing. */
export const planRemoval = async (repository: Repository): Promise<HookPlan> => removalOf(await readHookFacts(repository));

/** The plan to install, from what is there. */
export const planOf = (facts: HookFacts, texts: HookTexts): HookPlan => {
  const { way, because } = wayOf(facts);
  return { way, because, steps: stepsTowards(facts, targetOf(facts, way, texts)), notes: notesOf(facts, way) };
};

/** The plan to uninstall, from what is there. */
export const removalOf = (facts: HookFacts): HookPlan => {
  const strangers = strangersInChain(facts).map(
    (place) => `${place} is not ours and stays, but git will not run it from there: let the program that wrote it install its hooks again.`,
  );
  const rewritten = rewrittenHooks(facts).map((place) => `${place} was written anew since, without our lines, and stays as it is.`);
  return {
    way: "none",
    because: "only what git nerve added goes",
    steps: stepsTowards(facts, noTarget),
    notes: [...strangers, ...rewritten],
  };
};

/** A step as one line: what is done to what, and why. */
export const stepLine = (step: HookStep): string => {
  switch (step.do) {
    case "add-config":
    case "remove-config":
      return `${step.do === "add-config" ? "set" : "unset"} ${step.entry.key} = ${step.entry.value} in the repository's configuration: ${step.why}`;
    case "make-folder":
      return `make ${step.path}: ${step.why}`;
    case "write":
      return `write ${step.path}: ${step.why}`;
    case "remove":
    case "remove-folder":
      return `remove ${step.path}: ${step.why}`;
  }
};

const notesOf = (facts: HookFacts, way: HookWay): string[] => {
  const { files, layout, foreignFolder } = facts;
  if (way === "config") return [];
  if (way === "chain") {
    const former = foreignFolder?.value ?? layout.gitFolder;
    const notes = [
      `Your hooks in ${former} go on running, and nothing is written there. While ours are installed, \`git config core.hooksPath\` names ${layout.chain}.`,
    ];
    if (!foreignFolder)
      notes.push("`pre-commit install` refuses to work meanwhile: uninstall our hooks, install its own, then install ours again.");
    return notes.concat(
      strangersInChain(facts).map(
        (place) => `${place} was written by another program into our folder; git runs it, and not ours, for that hook.`,
      ),
    );
  }
  return nerveHooks.flatMap((hook) => {
    const manager = findManager(files.get(path.join(layout.gitFolder, hook))?.text ?? "");
    return manager ? [`Your ${hook} hook belongs to ${manager.name}: ${manager.rewrites}. Then run: git nerve hooks install`] : [];
  });
};

/** Hooks that our lines went into and that have them no more. */
const rewrittenHooks = (facts: HookFacts): string[] => {
  if (findInstalledWay(facts) !== "file") return [];
  const places = nerveHooks.map((hook) => path.join(facts.layout.gitFolder, hook));
  return places.filter((place) => {
    const file = facts.files.get(place);
    return file !== undefined && !holdsBlock(file.text);
  });
};
