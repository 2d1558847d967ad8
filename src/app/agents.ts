import fs from "node:fs";
import path from "node:path";
import { mainId, type Worktree } from "../git/worktrees.ts";
import { findKey, newKey, type SigningKey, writeKey } from "../identity/keys.ts";
import { keysIn } from "../identity/writer.ts";
import type { AgentId, Oid } from "../model/ids.ts";
import { hasCursor, writeCursor } from "./cursor.ts";
import { findText, replaceFile } from "./files.ts";
import type { Nerve } from "./nerve.ts";
import type { View } from "./view.ts";

/** Which agent works in a worktree of this clone. Kept beside the keys; re-joining finds it again. */
export interface Binding {
  readonly worktree: Worktree["id"];
  readonly agent: AgentId;
  readonly name: string;
  /** Process that `join` named, with its start time. */
  readonly pid: number | null;
  readonly startedAt: string | null;
  /** The snapshot when the agent left: it is back as soon as its worktree differs. "" = not known yet; null = it has not left. */
  readonly leftAt: Oid | "" | null;
}

/** The agent of a worktree with its key. */
export interface BoundAgent extends Binding {
  readonly key: SigningKey;
}

/** The agent bound to a worktree; undefined when none is yet, or its key is gone. */
export const findBoundAgent = ({ repository }: Nerve, worktree: Worktree["id"]): BoundAgent | undefined => {
  const text = findText(bindingFile(repository.nerveDir, worktree));
  if (text === undefined) return;
  const binding = parsed(text);
  const key = binding && findKey(keysIn(repository.nerveDir), binding.agent);
  return binding && key && { ...binding, key };
};

/** Stores what is known of a worktree's agent. */
export const writeBinding = ({ repository }: Nerve, { worktree, agent, name, pid, startedAt, leftAt }: Binding): void =>
  replaceFile(bindingFile(repository.nerveDir, worktree), JSON.stringify({ worktree, agent, name, pid, startedAt, leftAt }));

/**
 * The agents of the worktrees that are there, made where there are none yet. A new agent hears only of what is said from now on.
 * Two processes may make one at the same moment: the one whose file stands is the agent, the other's key is never used.
 */
export const bindAgents = (nerve: Nerve, view: View, worktrees: readonly Worktree[]): Map<Worktree["id"], BoundAgent> => {
  const bound = new Map<Worktree["id"], BoundAgent>();
  for (const worktree of worktrees) bound.set(worktree.id, findBoundAgent(nerve, worktree.id) ?? newAgent(nerve, worktree));
  for (const { agent } of bound.values()) if (!hasCursor(nerve.repository, agent)) writeCursor(nerve.repository, agent, view.heads);
  return bound;
};

const newAgent = (nerve: Nerve, worktree: Worktree): BoundAgent => {
  nerve.writer();
  const { nerveDir } = nerve.repository;
  const key = newKey();
  writeKey(keysIn(nerveDir), key);
  const binding: Binding = {
    worktree: worktree.id,
    agent: key.id,
    name: nameOf(worktree),
    pid: null,
    startedAt: null,
    leftAt: null,
  };
  const file = bindingFile(nerveDir, worktree.id);
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, JSON.stringify(binding), { mode: 0o600 });
  try {
    fs.linkSync(draft, file);
    return { ...binding, key };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
  const theirs = findBoundAgent(nerve, worktree.id);
  if (theirs) {
    fs.rmSync(path.join(keysIn(nerveDir), key.id), { force: true });
    return theirs;
  }
  // What stands there is damaged, or its key is gone.
  writeBinding(nerve, binding);
  return { ...binding, key };
};

/** The folder's name; for a linked worktree what git made of it, which no other one of this clone has. */
const nameOf = ({ id, path: root, gitDir }: Worktree): string => (id === mainId ? path.basename(root) || id : path.basename(gitDir));

/** Worktree ids are folder names below `.git/worktrees`; encoded, since git allows more in them than every file system does. */
const bindingFile = (nerveDir: string, worktree: Worktree["id"]): string =>
  path.join(keysIn(nerveDir), "agents", `${encodeURIComponent(worktree)}.json`);

const parsed = (text: string): Binding | undefined => {
  try {
    return JSON.parse(text) as Binding;
  } catch {
    return;
  }
};
