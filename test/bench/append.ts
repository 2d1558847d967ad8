import { logRef } from "../../src/git/refs.ts";
import { newKey } from "../../src/identity/keys.ts";
import { appendEvents } from "../../src/log/append.ts";
import type { Draft } from "../../src/model/event.ts";
import { openLog } from "../support/log.ts";
import type { Bench } from "./result.ts";
import { inTurns } from "./rounds.ts";
import { sampleDrafts } from "./sample-log.ts";
import { sampleRepository } from "./sample-repository.ts";
import { run } from "./sandbox.ts";

/** Sign, write and move the ref, in a process that has done so before; one event, and a thousand in one batch. */
export const append: Bench = {
  name: "append",

  async run(sandbox) {
    const { dir, git } = await sampleRepository(sandbox);
    const log = await openLog(dir);
    sandbox.onEnd(() => log.close());
    const key = newKey();
    const say = (drafts: readonly Draft[]) =>
      appendEvents(log, { writer: key.id, key, name: "bench", drafts, lamport: 0, at: new Date().toISOString() });
    const thousand = [...sampleDrafts(1000)];
    const head = await git("rev-parse", "HEAD");
    const one = await inTurns(100, {
      append: (round) => say(thousand.slice(100 + round, 101 + round)),
      // To a place it is not at, or git would have nothing to do.
      updateRef: async (round) => run(["git", "update-ref", `refs/heads/bench-${round}`, head], { cwd: dir }),
    });
    const many = await inTurns(15, { batch: () => say(thousand), append: (round) => say(thousand.slice(round, round + 1)) });
    const commits = await git("rev-list", "--count", logRef(key.id));
    return [
      {
        what: "append one signed event, in process",
        unit: "ms",
        measured: one.append,
        baseline: { what: "one git update-ref", measured: one.updateRef },
        budget: 2,
        note: `the log had ${commits} commits in the end`,
      },
      {
        what: "append 1,000 events, batched",
        unit: "ms",
        measured: many.batch,
        baseline: { what: "one append", measured: many.append },
        budget: 50,
      },
    ];
  },
};
