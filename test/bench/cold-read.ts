import { forgetView, readView } from "../../src/app/view.ts";
import type { Bench } from "./result.ts";
import { inTurns } from "./rounds.ts";
import { revList, type SamplePlane, samplePlane } from "./sample-plane.ts";

/** Read, verify and fold a log of which nothing is remembered, from its first commit on, up to the view that commands use. */
export const coldRead: Bench = {
  name: "cold-read",

  async run(sandbox) {
    const single = await samplePlane(sandbox, { events: 10_000, perCommit: 1 });
    const twice = await samplePlane(sandbox, { events: 20_000, perCommit: 1 });
    const batched = await samplePlane(sandbox, { events: 10_000, perCommit: 100 });
    const taken = await inTurns(7, {
      single: () => readCold(single, 10_000),
      singleList: () => revList(single),
      twice: () => readCold(twice, 20_000),
      batched: () => readCold(batched, 10_000),
      batchedList: () => revList(batched),
    });
    return [
      {
        what: "cold read, verify, fold 10,000 events, a commit each",
        unit: "ms",
        measured: taken.single,
        baseline: { what: "git rev-list --header", measured: taken.singleList },
        budget: 25,
      },
      {
        what: "the same, 100 events a commit",
        unit: "ms",
        measured: taken.batched,
        baseline: { what: "git rev-list --header", measured: taken.batchedList },
        note: "100 commits: the baseline is little more than a process start",
      },
      {
        what: "the same of 20,000 events, a commit each",
        unit: "ms",
        measured: taken.twice,
        baseline: { what: "10,000 events", measured: taken.single },
        budget: 2.2,
        note: "linear is 2; the rest is for noise",
      },
    ];
  },
};

const readCold = async ({ nerve }: SamplePlane, events: number): Promise<void> => {
  forgetView(nerve);
  const { state, faults } = await readView(nerve);
  if (state.events !== events || faults.size > 0 || state.unreadableCount > 0) throw new Error("the log was not read as it was written");
};
