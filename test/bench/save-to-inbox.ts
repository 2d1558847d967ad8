import fs from "node:fs";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { findBoundAgent } from "../../src/app/agents.ts";
import { readInbox } from "../../src/app/inbox.ts";
import { type Nerve, openNerve } from "../../src/app/nerve.ts";
import { readView } from "../../src/app/view.ts";
import { logRef } from "../../src/git/refs.ts";
import { readWorktrees } from "../../src/git/worktrees.ts";
import type { Bench } from "./result.ts";
import { percentile } from "./rounds.ts";
import { editedText, sampleRepository } from "./sample-repository.ts";
import { pause } from "./sandbox.ts";

const saves = 30;

/** Twenty worktrees and a running watcher: from the moment a file is written until another agent can read the conflict in its inbox. */
export const saveToInbox: Bench = {
  name: "save-to-inbox",

  async run(sandbox) {
    const { dir, files, write, worktrees } = await sampleRepository(sandbox, { files: 2000 });
    const [reader = "", ...savers] = await worktrees(20);
    // The reader has changed a file for every save to come, and everybody has work of their own.
    for (let i = 0; i < saves; i++) write(files[i] ?? "", editedText(i, "reader"), reader);
    for (const [i, tree] of savers.entries()) write(files[1000 + i] ?? "", editedText(1000 + i, "own"), tree);
    await sandbox.watcher(dir);
    const nerve = await openNerve(dir, () => {});
    sandbox.onEnd(() => nerve.close());
    const agent = await agentAt(nerve, reader);

    const taken: number[] = [];
    for (let i = 0; i < saves; i++) {
      // Longer than anything the watcher does of its own accord after a save.
      await pause(700 + 50 * (i % 7));
      const file = files[i] ?? "";
      const began = performance.now();
      write(file, editedText(i, "saver"), savers[i % savers.length]);
      await untilInbox(nerve, agent, file);
      taken.push(performance.now() - began);
    }
    const [median, worst] = [percentile(taken, 50), percentile(taken, 100)].map(Math.round);
    return [
      {
        what: "one save, 20 worktrees -> conflict in the other inbox, p95",
        unit: "ms",
        measured: percentile(taken, 95),
        budget: 500,
        note: `${saves} saves, median ${median} ms, worst ${worst} ms; reading the inbox included`,
      },
    ];
  },
};

const agentAt = async (nerve: Nerve, tree: string): Promise<string> => {
  const worktree = (await readWorktrees(nerve.repository)).find((each) => each.path === tree);
  const agent = worktree && findBoundAgent(nerve, worktree.id)?.agent;
  if (!agent) throw new Error(`${tree} has no agent`);
  return agent;
};

/** Waits for the log to move, which costs the watcher nothing, and then reads the inbox as the command does. */
const untilInbox = async (nerve: Nerve, agent: string, file: string): Promise<void> => {
  const ref = path.join(nerve.repository.commonDir, logRef(nerve.writer().key.id));
  const until = performance.now() + 10_000;
  for (let seen = 0; performance.now() < until; await pause(2)) {
    const moved = fs.statSync(ref, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (moved === seen) continue;
    seen = moved;
    if (readInbox(nerve, await readView(nerve), agent).some(({ type, scope }) => type === "conflict_opened" && scope.files?.includes(file)))
      return;
  }
  throw new Error(`waited ten seconds in vain for the conflict over ${file}`);
};
