import fs from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import {
  findPlaneRef,
  firstEpoch,
  liveRef,
  logRef,
  planeNamespace,
  quarantineRef,
  RefWriter,
  readRefs,
  trackingNamespace,
  trackingRef,
} from "../../src/git/refs.ts";
import { openRepository } from "../../src/git/repository.ts";
import { newKey } from "../../src/identity/keys.ts";
import { newRepository, type TestRepository } from "../support/repository.ts";

const writer = newKey().id;
const [log, live] = [logRef(writer), liveRef(writer)];

const refsOf = async ({ dir }: TestRepository) => {
  const repository = await openRepository(dir);
  const refs = new RefWriter(repository);
  onTestFinished(() => refs.close());
  return { repository, refs, tip: async (ref = log) => (await readRefs(repository, planeNamespace)).get(ref) ?? null };
};

const threeCommits = (repository: TestRepository) => [1, 2, 3].map(() => repository.commit()) as [string, string, string];

test("a ref moves only from where it was said to be", async () => {
  const repository = newRepository();
  const [one, two, three] = threeCommits(repository);
  const { refs, tip } = await refsOf(repository);
  expect(await refs.swap({ ref: log, from: null, to: one })).toBe(true);
  expect(await refs.swap({ ref: log, from: null, to: two })).toBe(false);
  expect(await refs.swap({ ref: log, from: two, to: three })).toBe(false);
  expect(await tip()).toBe(one);
  expect(await refs.swap({ ref: log, from: one, to: two })).toBe(true);
  expect(await refs.swap({ ref: log, from: one, to: null })).toBe(false);
  expect(await refs.swap({ ref: log, from: two, to: null })).toBe(true);
  expect(await tip()).toBeNull();
  expect(await refs.swap({ ref: log, from: two, to: three })).toBe(false);
  expect(await tip()).toBeNull();
});

test("of many that swap one ref at once exactly one wins, round after round", async () => {
  const repository = newRepository();
  const commits = threeCommits(repository);
  const rivals = await Promise.all(Array.from({ length: 8 }, () => refsOf(repository)));
  let from: string | null = null;
  for (let round = 0; round < 12; round++) {
    const to = commits[round % 3] ?? null;
    const won = await Promise.all(rivals.map(({ refs }) => refs.swap({ ref: log, from, to })));
    expect(won.filter(Boolean)).toHaveLength(1);
    from = to;
  }
  expect(await rivals[0]?.tip()).toBe(from);
});

test("several refs move together or not at all", async () => {
  const repository = newRepository();
  const [one, two] = threeCommits(repository);
  const { refs, tip } = await refsOf(repository);
  await refs.swap({ ref: live, from: null, to: one });
  expect(await refs.swap({ ref: log, from: null, to: one }, { ref: live, from: two, to: two })).toBe(false);
  expect([await tip(log), await tip(live)]).toEqual([null, one]);
  expect(await refs.swap({ ref: log, from: null, to: two }, { ref: live, from: one, to: two })).toBe(true);
  expect([await tip(log), await tip(live)]).toEqual([two, two]);
});

test("the lock that a killed git left is removed once it is old; a fresh one is respected", async () => {
  const repository = newRepository();
  const [one, two] = threeCommits(repository);
  const { refs, tip } = await refsOf(repository);
  await refs.swap({ ref: log, from: null, to: one });
  const lock = path.join(repository.dir, ".git", `${log}.lock`);
  fs.writeFileSync(lock, "");
  expect(await refs.swap({ ref: log, from: one, to: two })).toBe(false);
  expect(fs.existsSync(lock)).toBe(true);
  fs.utimesSync(lock, 0, 0);
  expect(await refs.swap({ ref: log, from: one, to: two })).toBe(false);
  expect(fs.existsSync(lock)).toBe(false);
  expect(await refs.swap({ ref: log, from: one, to: two })).toBe(true);
  expect(await tip()).toBe(two);
});

test("a new object that was cleaned up before its ref moved is a lost race, and the next swap goes on", async () => {
  const repository = newRepository();
  const [one] = threeCommits(repository);
  const { refs, tip } = await refsOf(repository);
  expect(await refs.swap({ ref: log, from: null, to: "ab".repeat(20) })).toBe(false);
  expect(await tip()).toBeNull();
  expect(await refs.swap({ ref: log, from: null, to: one })).toBe(true);
});

test("refs that git packed are read and moved like others", async () => {
  const repository = newRepository();
  const [one, two] = threeCommits(repository);
  const { refs, tip } = await refsOf(repository);
  await refs.swap({ ref: log, from: null, to: one });
  repository.git("pack-refs", "--all");
  expect(await tip()).toBe(one);
  expect(await refs.swap({ ref: log, from: null, to: two })).toBe(false);
  expect(await refs.swap({ ref: log, from: one, to: two })).toBe(true);
  expect(await tip()).toBe(two);
});

test("a name is taken apart to what it was made of; all other names mean nothing", () => {
  expect(findPlaneRef(log)).toEqual({ kind: "log", writer, epoch: firstEpoch });
  expect(findPlaneRef(live)).toEqual({ kind: "live", writer });
  const others = [
    `${log}/x`,
    `${log}\n`,
    `x${log}`,
    log.slice(0, -1),
    live.toUpperCase(),
    `${live}/x`,
    trackingRef("origin", log),
    quarantineRef(writer, "ab".repeat(20)),
    "refs/heads/main",
  ];
  for (const other of others) expect(findPlaneRef(other)).toBeUndefined();
  expect(trackingRef("origin", log).startsWith(trackingNamespace("origin"))).toBe(true);
});
