import fs from "node:fs";
import type { Bench, Result } from "./result.ts";
import { editedText, sampleRepository } from "./sample-repository.ts";
import { pause } from "./sandbox.ts";

const idleMs = 60_000;
const heartbeatMs = 30_000;
const sampleMs = 250;

/** A watcher of twenty worktrees with work in each, in which nothing happens any more: does it sleep, and how large is it? Needs /proc. */
export const idleWatcher: Bench = {
  name: "idle-watcher",

  async run(sandbox) {
    if (process.platform !== "linux") return [];
    const { dir, files, write, worktrees } = await sampleRepository(sandbox, { files: 2000 });
    const trees = await worktrees(20);
    // Neighbours share a file, so that code has been compared before it is left alone.
    for (const [n, tree] of trees.entries())
      for (const i of [3 * n, 3 * n + 1, 3 * n + 2, 3 * n + 3]) write(files[i] ?? "", editedText(i, tree), tree);
    const { pid = 0 } = await sandbox.watcher(dir);
    // Longer than git processes that nobody asks anything are kept.
    await pause(15_000);
    const before = readActivity(pid);
    let last = before;
    let bursts = 0;
    let wasActive = false;
    for (const until = Date.now() + idleMs; Date.now() < until; await pause(sampleMs)) {
      const now = readActivity(pid);
      const isActive = now.switches > last.switches;
      if (isActive && !wasActive) bursts++;
      wasActive = isActive;
      last = now;
    }
    const family = [pid, ...childrenOf(pid)];
    const sizes = family.map((each) => statusField(`/proc/${each}/status`, "VmRSS") / 1024);
    const wakeUps: Result = {
      what: `idle watcher, wake-ups in ${idleMs / 1000} s`,
      unit: "wake-ups",
      measured: bursts,
      budget: idleMs / heartbeatMs,
      note: `runs of context switches, voluntary or not, of all its threads, looked at every ${sampleMs} ms; ${last.switches - before.switches} switches and ${(last.ticks - before.ticks) * 10} ms of processor in all`,
    };
    const memory: Result = {
      what: "idle watcher of 20 dirty worktrees, resident",
      unit: "MiB",
      measured: sizes.reduce((sum, size) => sum + size, 0),
      budget: 120,
      note: `${Math.round(sizes[0] ?? 0)} MiB its own, the rest ${family.length - 1} git processes that stay`,
    };
    return [wakeUps, memory];
  },
};

interface Activity {
  /** Context switches of all threads. */
  readonly switches: number;
  /** Processor time in hundredths of a second, the user's and the system's, as proc(5) has it where USER_HZ is 100. */
  readonly ticks: number;
}

const readActivity = (pid: number): Activity => {
  let switches = 0;
  for (const thread of fs.readdirSync(`/proc/${pid}/task`)) {
    const file = `/proc/${pid}/task/${thread}/status`;
    switches += statusField(file, "voluntary_ctxt_switches") + statusField(file, "nonvoluntary_ctxt_switches");
  }
  const stat = fs.readFileSync(`/proc/${pid}/stat`, "latin1");
  const [user, system] = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .slice(11, 13);
  return { switches, ticks: Number(user) + Number(system) };
};

const childrenOf = (pid: number): number[] =>
  fs.readFileSync(`/proc/${pid}/task/${pid}/children`, "latin1").split(" ").filter(Boolean).map(Number);

const statusField = (file: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s*(\\d+)`, "m").exec(fs.readFileSync(file, "latin1"))?.[1] ?? 0);
