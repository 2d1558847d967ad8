import type { Command } from "../command.ts";

/** A command by name. Its module is loaded only when it is called: start-up time is every command's. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  /** Not for people: called by hooks. */
  readonly hidden?: boolean;
  load(): Promise<{ default: Command }>;
}

/** In the order `--help` shows them. */
export const commands: readonly CommandEntry[] = [
  { name: "demo", summary: "Show what this does, on a repository made for the purpose", load: () => import("./demo.ts") },
  { name: "init", summary: "Set up this repository: keys, plane, git hooks", load: () => import("./init.ts") },
  { name: "watch", summary: "Sense every worktree, tell whom it concerns", load: () => import("./watch.ts") },
  { name: "status", summary: "What is going on here", load: () => import("./status.ts") },
  { name: "agents", summary: "Who works here, on this machine and others", load: () => import("./agents.ts") },
  { name: "join", summary: "Say who you are and what you are working on", load: () => import("./join.ts") },
  { name: "leave", summary: "Say that you are done in this worktree", load: () => import("./leave.ts") },
  { name: "inbox", summary: "What others are doing that concerns you", load: () => import("./inbox.ts") },
  { name: "conflicts", summary: "What clashes: list, show, resolve, dismiss", load: () => import("./conflicts.ts") },
  { name: "readiness", summary: "How ready branches are to land, and in which order", load: () => import("./readiness.ts") },
  { name: "detect", summary: "Whether two commits or trees clash", load: () => import("./detect.ts") },
  { name: "contract", summary: "What a new version of a contract breaks", load: () => import("./contract.ts") },
  { name: "prove", summary: "What would have been said in your own history, and what happened", load: () => import("./prove.ts") },
  { name: "publish", summary: "Tell the others something", load: () => import("./publish.ts") },
  { name: "events", summary: "What was said, newest last", load: () => import("./events.ts") },
  { name: "why", summary: "Where an event or conflict comes from", load: () => import("./why.ts") },
  { name: "sync", summary: "Exchange the plane with a remote", load: () => import("./sync.ts") },
  { name: "audit", summary: "Verify every log, commit by commit", load: () => import("./audit.ts") },
  { name: "trust", summary: "Whose keys are believed: list, export, confirm", load: () => import("./trust.ts") },
  { name: "eval", summary: "How well conflicts are told, on scenarios with known truth", load: () => import("./eval.ts") },
  { name: "hooks", summary: "Git hooks: install, uninstall, status", load: () => import("./hooks.ts") },
  { name: "hook", summary: "What the git hooks run", hidden: true, load: () => import("./hook.ts") },
];
