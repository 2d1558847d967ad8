import fs from "node:fs/promises";
import path from "node:path";
import { readHookFolder } from "../../git/hooks.ts";
import type { Repository } from "../../git/repository.ts";
import { readWorktrees, type Worktree } from "../../git/worktrees.ts";
import { holdsBlock, startsWithBlock } from "./block.ts";
import { sendCanary } from "./canary.ts";
import { findFile, type HookFacts, readHookFacts } from "./facts.ts";
import { findProgram } from "./find-program.ts";
import { type HookTexts, readHookTexts } from "./hook-texts.ts";
import { findInstalledWay } from "./installed-way.ts";
import { type NerveHook, nerveHooks } from "./layout.ts";
import { findManager } from "./managers.ts";
import { isChainScript } from "./steps.ts";
import { type HookWay, knowsConfiguredHooks } from "./way.ts";

/** How one hook stands in one worktree. */
export interface HookStatus {
  readonly worktree: string;
  readonly hook: NerveHook;
  /**
   * `runs`: git was made to start it and our part was reached. `not_proved`: it is there, but trying it would run the user's own hooks.
   * `broken`: it was installed and git does not get to it. `absent`: not installed.
   */
  readonly state: "runs" | "not_proved" | "broken" | "absent";
  /** What is wrong, or why there is no proof; null when it runs or is absent. */
  readonly reason: string | null;
}

export interface HooksStatus {
  /** How our part is installed; null when it is not. */
  readonly way: HookWay | null;
  /** What starts git nerve from a hook; null when nothing would, and the hooks pass silently. */
  readonly program: string | null;
  /** Every hook of ours in every worktree whose folder is there. */
  readonly hooks: readonly HookStatus[];
  readonly notes: readonly string[];
}

/** How our hooks stand, proved by letting git start them wherever that runs nothing else. */
export const readHooksStatus = async (repository: Repository): Promise<HooksStatus> => {
  const [facts, worktrees, texts] = await Promise.all([readHookFacts(repository), readWorktrees(repository), readHookTexts([])]);
  const installed = findInstalledWay(facts);
  const program = installed ? await findProgram(facts.files.get(facts.layout.program)?.text ?? "") : null;
  const hooks: HookStatus[] = [];
  const notes: string[] = [];
  for (const worktree of worktrees) {
    if (worktree.vanished || worktree.copied) continue;
    for (const hook of nerveHooks) {
      const found = installed ? await readState(repository, facts, { worktree, hook, installed, program, texts }) : absent;
      hooks.push({ worktree: worktree.path, hook, ...found });
    }
    notes.push(...(await missingFolder(facts, worktree.path)));
  }
  return { way: installed ?? null, program, hooks, notes };
};

type State = Pick<HookStatus, "state" | "reason">;

interface Question {
  readonly worktree: Worktree;
  readonly hook: NerveHook;
  readonly installed: HookWay;
  readonly program: string | null;
  readonly texts: HookTexts;
}

const absent: State = { state: "absent", reason: null };
const broken = (reason: string): State => ({ state: "broken", reason });
const reached: State = { state: "runs", reason: null };
const notProved = (reason: string): State => ({ state: "not_proved", reason });
const otherVersion = notProved("it was installed by another version of git nerve, or edited since; run: git nerve hooks install");

const readState = async (repository: Repository, facts: HookFacts, question: Question): Promise<State> => {
  const { worktree, hook, installed, program } = question;
  const start = await readStart(facts, question);
  if (start.state !== "runs") return start;
  const { run } = facts.layout;
  // From here on git runs what it finds: only our own text, byte for byte, is known to stop before the user's hooks.
  const runner = facts.files.get(run);
  if (runner === undefined || (runner.mode & 0o111) === 0) return broken(`${run} is gone; run: git nerve hooks install`);
  if (runner.text !== question.texts.run) return otherVersion;
  if (!(await sendCanary(repository, worktree, hook, installed))) return broken(`git does not get from the hook to ${run}`);
  return program ? start : broken("git starts the hook, but git-nerve is neither where it was nor on the PATH");
};

/** What reading tells: `runs` here means that our part comes first, so that git may be asked for the proof. */
const readStart = async (facts: HookFacts, { worktree, hook, installed, texts }: Question): Promise<State> => {
  const { layout, files, gitVersion } = facts;
  if (installed === "config") {
    if (knowsConfiguredHooks(gitVersion)) return reached;
    return broken(`git ${gitVersion.join(".")} takes no notice of hooks in the configuration; run: git nerve hooks install`);
  }
  const folder = await readHookFolder(worktree);
  if (!(await isSame(folder, installed === "chain" ? layout.chain : layout.gitFolder))) {
    return broken(`git takes its hooks from ${folder} here, because core.hooksPath says so; run: git nerve hooks install`);
  }
  const place = path.join(folder, hook);
  const file = await findFile(place);
  if (!file) return broken(`${place} is gone; run: git nerve hooks install`);
  const ours = installed === "chain" ? isChainScript(file.text) : holdsBlock(file.text);
  if (ours && (file.mode & 0o111) === 0) return broken(`${place} is not executable`);
  if (installed === "chain" && ours) return file.text === texts.chain ? reached : otherVersion;
  if (ours && !startsWithBlock(file.text))
    return notProved("your hook does something before it comes to ours, so trying it would run that too");
  if (ours) return file.text.includes(texts.block(hook)) ? reached : otherVersion;
  const manager = findManager(file.text)?.name;
  if (manager === "pre-commit" && holdsBlock(files.get(`${place}.legacy`)?.text ?? "")) {
    return notProved(`pre-commit runs it as ${hook}.legacy, and its own hooks with it`);
  }
  return broken(`${manager ?? "another program"} wrote ${place} anew, without our lines; run: git nerve hooks install`);
};

/** A relative `core.hooksPath` such as husky's `.husky/_` is not there in a fresh worktree: the user's hooks are off there, with or without us. */
const missingFolder = async ({ foreignFolder }: HookFacts, worktree: string): Promise<string[]> => {
  if (!foreignFolder || path.isAbsolute(foreignFolder.value)) return [];
  if (await isFolder(path.join(worktree, foreignFolder.value))) return [];
  return [`${worktree} has no ${foreignFolder.value}, so your own hooks do not run there until it is made (npm install, for husky).`];
};

const isFolder = (place: string): Promise<boolean> =>
  fs.stat(place).then(
    (stat) => stat.isDirectory(),
    () => false,
  );

const isSame = async (a: string, b: string): Promise<boolean> => {
  const real = (place: string) => fs.realpath(place).catch(() => place);
  return (await real(a)) === (await real(b));
};
