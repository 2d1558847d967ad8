import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { readView } from "../../src/app/view.ts";
import { logRef } from "../../src/git/refs.ts";
import { newKey } from "../../src/identity/keys.ts";
import { appendEvents } from "../../src/log/append.ts";
import { someDraft } from "../support/log.ts";
import { type Bench, compared, ms, timed } from "./measure.ts";
import { git, nerve, openPlane, program, samplePlane, sampleRepository, startWatcher } from "./sample.ts";

export const appendOne: Bench = {
  name: "append-one",
  what: "append one signed event, in process, against one git update-ref",

  async run() {
    const dir = sampleRepository("append-one");
    const plane = await openPlane(dir);
    const key = newKey();
    const append = () =>
      appendEvents(plane.log, { writer: key.id, key, name: "bench", drafts: [someDraft()], lamport: 0, at: new Date().toISOString() });
    const head = git(dir, "rev-parse", "HEAD");
    const parent = git(dir, "commit-tree", "-m", "other", "HEAD^{tree}");
    let turns = 0;
    const updateRef = () => git(dir, "update-ref", "refs/bench/ref", turns++ % 2 === 0 ? head : parent);
    const { ratio, ours, theirs } = await compared(60, append, updateRef);
    await plane.close();
    return [{ value: ratio, unit: "x", budget: 2, detail: `${ms(ours)} against ${ms(theirs)}` }];
  },
};

export const appendBatch: Bench = {
  name: "append-batch",
  what: "append 1,000 events, batched, against one append",

  async run() {
    const plane = await openPlane(sampleRepository("append-batch"));
    const key = newKey();
    const append = (count: number) => () =>
      appendEvents(plane.log, {
        writer: key.id,
        key,
        name: "bench",
        drafts: Array.from({ length: count }, (_, i) => someDraft(`event ${i}`)),
        lamport: 0,
        at: new Date().toISOString(),
      });
    const { ratio, ours, theirs } = await compared(15, append(1000), append(1));
    await plane.close();
    return [{ value: ratio, unit: "x", budget: 50, detail: `${ms(ours)} against ${ms(theirs)}` }];
  },
};

export const coldRead: Bench = {
  name: "cold-read",
  what: "cold read, verify and fold 10k events (a commit each), against git rev-list --header of the same log",

  async run(progress) {
    const read = async (events: number, batch: number) => {
      progress(`signing ${events} events`);
      const dir = await samplePlane(`cold-${events}-${batch}`, events, batch);
      const plane = await openPlane(dir);
      const ref = logRef(plane.writer().key.id);
      const cold = () => {
        fs.rmSync(path.join(plane.repository.nerveDir, "cache"), { recursive: true, force: true });
        return readView(plane);
      };
      progress(`reading ${events} events`);
      const found = await compared(5, cold, () => git(dir, "rev-list", "--header", ref));
      await plane.close();
      return found;
    };
    const [ten, twenty, batched] = [await read(10_000, 1), await read(20_000, 1), await read(10_000, 100)];
    return [
      {
        value: ten.ratio,
        unit: "x",
        budget: 25,
        detail: `${ms(ten.ours)} against ${ms(ten.theirs)}; 100 events a commit: ${ms(batched.ours)}`,
      },
      {
        value: twenty.ours / ten.ours,
        unit: "x",
        budget: 2.2,
        detail: `20k events ${ms(twenty.ours)}, 10k events ${ms(ten.ours)}: linear is 2`,
      },
    ];
  },
};

export const warmStart: Bench = {
  name: "warm-start",
  what: "warm start on an unchanged 100k-event plane against one of 1k events (whole process)",

  async run(progress) {
    progress("signing 100,000 events");
    const [large, small] = [await samplePlane("warm-100k", 100_000, 50), await samplePlane("warm-1k", 1_000, 50)];
    const start = (dir: string) => () => nerve(dir, "trust", "list", "--json");
    const { ratio, ours, theirs } = await compared(11, start(large), start(small));
    return [{ value: ratio, unit: "x", budget: 1.2, detail: `${ms(ours)} against ${ms(theirs)}` }];
  },
};

export const statusTime: Bench = {
  name: "status",
  what: "git nerve status, watcher up, 10k-event plane, against node -e 0 (whole processes)",

  async run(progress) {
    progress("signing 10,000 events");
    const dir = await samplePlane("status", 10_000, 1);
    await startWatcher(dir);
    const { ratio, ours, theirs } = await compared(
      15,
      () => nerve(dir, "status", "--json"),
      () => execFileSync(process.execPath, ["-e", "0"]),
    );
    return [{ value: ratio, unit: "x", budget: 2.5, detail: `${ms(ours)} against ${ms(theirs)}` }];
  },
};

export const sixteenWriters: Bench = {
  name: "sixteen-writers",
  what: "16 processes appending at once: every event lands once",

  async run() {
    const dir = sampleRepository("sixteen");
    nerve(dir, "status");
    const publish = (who: number) =>
      new Promise<void>((resolve) => {
        spawn(process.execPath, [program, "publish", "message_sent", "--summary", `event ${who}`], { cwd: dir, stdio: "ignore" }).once(
          "close",
          () => resolve(),
        );
      });
    const took = await timed(() => Promise.all(Array.from({ length: 16 }, (_, who) => publish(who))));
    const { events } = JSON.parse(nerve(dir, "events", "--type", "message_sent", "--json", "--limit", "0")) as {
      events: { summary: string }[];
    };
    const landed = new Set(events.map(({ summary }) => summary)).size;
    return [{ value: 16 - landed + (events.length - landed), unit: "lost", budget: 0, detail: `16 processes, ${ms(took)} in all` }];
  },
};
