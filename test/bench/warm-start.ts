import fs from "node:fs";
import path from "node:path";
import { writeCursor } from "../../src/app/cursor.ts";
import { openNerve } from "../../src/app/nerve.ts";
import { forgetView, readView } from "../../src/app/view.ts";
import type { Bench } from "./result.ts";
import { inTurns } from "./rounds.ts";
import { type SamplePlane, samplePlane } from "./sample-plane.ts";

/** What every command begins with: open the repository and bring the view up to date, when nothing has moved since the last time. */
export const warmStart: Bench = {
  name: "warm-start",

  async run(sandbox) {
    const large = await samplePlane(sandbox, { events: 100_000, perCommit: 10 });
    const small = await samplePlane(sandbox, { events: 1000, perCommit: 10 });
    const unread = await inTurns(20, { large: await start(large), small: await start(small) });
    const unreadSize = cacheSize(large);
    for (const plane of [large, small]) await acknowledgeAll(plane);
    const read = await inTurns(20, { large: await start(large), small: await start(small) });
    return [
      {
        what: "warm start, unchanged plane of 100,000 events, inboxes read",
        unit: "ms",
        measured: read.large,
        baseline: { what: "of 1,000 events", measured: read.small },
        budget: 1.2,
        note: `in process, without node's own start; caches of ${cacheSize(large)} and ${cacheSize(small)}`,
      },
      {
        what: "the same when 20 agents never read their inboxes",
        unit: "ms",
        measured: unread.large,
        baseline: { what: "of 1,000 events", measured: unread.small },
        note: `cache of ${unreadSize}`,
      },
    ];
  },
};

/** Fills the cache; then a start is what is handed back. */
const start = async ({ dir, nerve }: SamplePlane): Promise<() => Promise<void>> => {
  await readView(nerve);
  return async () => {
    const opened = await openNerve(dir, () => {});
    await readView(opened);
    await opened.close();
  };
};

const acknowledgeAll = async ({ nerve }: SamplePlane): Promise<void> => {
  const { heads, state } = await readView(nerve);
  for (const agent of state.agents.keys()) writeCursor(nerve.repository, agent, heads);
  forgetView(nerve);
};

const cacheSize = ({ nerve }: SamplePlane): string =>
  `${Math.round(fs.statSync(path.join(nerve.repository.nerveDir, "cache", "view")).size / 1024)} KiB`;
