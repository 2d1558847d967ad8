import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { readInbox } from "../../src/app/inbox.ts";
import { readView } from "../../src/app/view.ts";
import { detectPair } from "../../src/detectors/index.ts";
import { preparePrivateStore, privateStore } from "../../src/git/private-store.ts";
import { openRepository } from "../../src/git/repository.ts";
import { Trees } from "../../src/git/trees.ts";
import { readWorktrees } from "../../src/git/worktrees.ts";
import type { ChangeSet } from "../../src/model/change.ts";
import { readChangeSet } from "../../src/worktree/change-set.ts";
import { readPairs } from "../../src/worktree/pair.ts";
import { SnapshotKeeper } from "../../src/worktree/snapshot-keeper.ts";
import { takeSnapshot } from "../../src/worktree/take-snapshot.ts";
import { type Bench, compared, median, ms, percentile } from "./measure.ts";
import { git, openPlane, sampleRepository, sampleWorktrees, startWatcher } from "./sample.ts";

export const oneSave: Bench = {
  name: "one-save",
  what: "one save in a 50k-file repository -> snapshot and change set, against one git status there",

  async run(progress) {
    progress("making 50,000 files");
    const dir = sampleRepository("fifty-thousand", 500, 100);
    const repository = await openRepository(dir);
    const [worktree] = await readWorktrees(repository);
    if (!worktree) throw new Error("no worktree");
    await preparePrivateStore(repository);
    const trees = new Trees(repository);
    const keeper = new SnapshotKeeper(repository, worktree, trees);
    await keeper.take(null);
    const file = path.join("package7", "folder7", "file7.ts");
    let saves = 0;
    const save = async () => {
      fs.appendFileSync(path.join(dir, file), `// save ${saves++}\n`);
      const snapshot = await keeper.take([file]);
      if (snapshot.kind !== "stable") throw new Error(`the snapshot is ${snapshot.kind}`);
      const { head } = worktree;
      const { changes } = await readChangeSet(repository, trees, {
        base: head,
        head,
        snapshot: snapshot.tree,
        notAssessed: snapshot.notAssessed,
      });
      if (changes.length !== 1) throw new Error(`one change was expected, not ${changes.length}`);
    };
    const { ratio, ours, theirs } = await compared(15, save, () => git(dir, "status", "--porcelain"));
    await keeper.close();
    await trees.close();
    return [{ value: ratio, unit: "x", budget: 1, detail: `${ms(ours)} against ${ms(theirs)}` }];
  },
};

export const saveToInbox: Bench = {
  name: "save-to-inbox",
  what: "one save, 20 worktrees -> conflict in the other inbox, p95",

  async run(progress) {
    const dir = sampleRepository("twenty", 20, 50);
    const [alice = "", bob = ""] = sampleWorktrees(dir, 19);
    await startWatcher(dir);
    const plane = await openPlane(bob);
    const bobsAgent = [...(await readView(plane)).state.agents.values()].find(({ worktree }) => worktree === path.basename(bob))?.id ?? "";
    const times: number[] = [];
    for (let i = 0; i < 25; i++) {
      progress(`save ${i + 1} of 25`);
      const file = path.join(`package${i % 20}`, `folder${i % 20}`, `file${i}.ts`);
      fs.writeFileSync(path.join(bob, file), `// bob ${i}\n`);
      await new Promise((resolve) => setTimeout(resolve, 400));
      const before = performance.now();
      fs.writeFileSync(path.join(alice, file), `// alice ${i}\n`);
      for (;;) {
        const items = readInbox(plane, await readView(plane), bobsAgent);
        if (items.some(({ scope }) => scope.files?.includes(file))) break;
        if (performance.now() - before > 10_000) throw new Error("no conflict within ten seconds");
      }
      times.push(performance.now() - before);
    }
    await plane.close();
    return [
      { value: percentile(times, 0.95), unit: "ms", budget: 500, detail: `median ${ms(median(times))}, worst ${ms(Math.max(...times))}` },
    ];
  },
};

export const allPairs: Bench = {
  name: "all-pairs",
  what: "all pairs of 20 dirty worktrees, cold, against the bare merge-tree calls for the pairs that share a file",

  async run() {
    const dir = sampleRepository("pairs", 40, 50);
    const places = sampleWorktrees(dir, 20);
    for (const [i, place] of places.entries()) {
      fs.writeFileSync(path.join(place, "package0", "folder0", `file${i % 10}.ts`), `// ${i}\n`);
      fs.writeFileSync(path.join(place, "package1", "folder1", `own${i}.ts`), `// ${i}\n`);
    }
    const repository = await openRepository(dir);
    await preparePrivateStore(repository);
    const env = privateStore(repository);
    const trees = new Trees(repository);
    const sides: ChangeSet[] = [];
    for (const worktree of (await readWorktrees(repository)).filter(({ id }) => id !== "main")) {
      const snapshot = await takeSnapshot(repository, worktree);
      if (snapshot.kind !== "stable") throw new Error(`the snapshot is ${snapshot.kind}`);
      sides.push(
        await readChangeSet(repository, trees, { base: worktree.head, head: worktree.head, snapshot: snapshot.tree, notAssessed: [] }),
      );
    }
    await trees.close();
    const pairs = sides.flatMap((a, i) => sides.slice(i + 1).map((b) => [a, b] as const));
    const commit = (side: ChangeSet) =>
      execFileSync("git", ["commit-tree", "-p", side.head ?? "", "-m", "x", side.snapshot], { cwd: dir, env: { ...process.env, ...env } })
        .toString()
        .trim();
    const commits = new Map(sides.map((side) => [side, commit(side)]));
    const touches = (a: ChangeSet, b: ChangeSet) => a.changes.some(({ path: one }) => b.changes.some(({ path: other }) => one === other));
    const sharing = pairs.filter(([a, b]) => touches(a, b));
    const bare = () => {
      for (const [a, b] of sharing) {
        try {
          execFileSync("git", ["merge-tree", "--write-tree", commits.get(a) ?? "", commits.get(b) ?? ""], {
            cwd: dir,
            env: { ...process.env, ...env },
            stdio: "ignore",
          });
        } catch {
          // 1: a conflict, as expected.
        }
      }
    };
    const { ratio, ours, theirs } = await compared(9, async () => (await readPairs(repository, pairs, { env })).map(detectPair), bare);
    return [
      {
        value: ratio,
        unit: "x",
        budget: 2,
        detail: `${pairs.length} pairs, ${sharing.length} share a file: ${ms(ours)} against ${ms(theirs)}`,
      },
    ];
  },
};

/** Two heartbeats long, and a little. */
const idleMs = 65_000;

export const idle: Bench = {
  name: "idle",
  what: "idle watcher with 20 worktrees: resident memory, and CPU time over 65 s (two heartbeats)",

  async run(progress) {
    const dir = sampleRepository("idle", 20, 50);
    sampleWorktrees(dir, 19);
    const pid = await startWatcher(dir);
    await new Promise((resolve) => setTimeout(resolve, 5000));
    progress(`idling for ${idleMs / 1000} s`);
    const before = readUsage(pid);
    await new Promise((resolve) => setTimeout(resolve, idleMs));
    const after = readUsage(pid);
    const wakeUps = after.switches - before.switches;
    return [
      { value: after.rss, unit: "MiB", budget: 120, detail: "VmRSS of the watcher" },
      {
        value: (after.ticks - before.ticks) * 10,
        unit: "ms",
        budget: 650,
        detail: `CPU time of the watcher, 1 % of the time; ${wakeUps} context switches of its main thread`,
      },
    ];
  },
};

/** From /proc (Linux): kibibytes of VmRSS, clock ticks of 10 ms, context switches of the main thread. */
const readUsage = (pid: number): { rss: number; ticks: number; switches: number } => {
  const status = fs.readFileSync(`/proc/${pid}/status`, "utf8");
  const field = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1]);
  const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return {
    rss: field("VmRSS") / 1024,
    ticks: Number(fields[11]) + Number(fields[12]),
    switches: field("voluntary_ctxt_switches") + field("nonvoluntary_ctxt_switches"),
  };
};
