import { execFileSync, spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { logRef } from "../../src/git/refs.ts";
import { newKey, type SigningKey } from "../../src/identity/keys.ts";
import { appendEvents } from "../../src/log/append.ts";
import { Chain, emptyChain } from "../../src/log/chain.ts";
import { packLogs } from "../../src/log/pack-logs.ts";
import { openLog, someDraft } from "../support/log.ts";
import { newRepository, repositoryAt, type TestRepository, temporaryFolder } from "../support/repository.ts";
import { script } from "../support/script.ts";

const logIn = async ({ dir }: TestRepository) => {
  const log = await openLog(dir);
  onTestFinished(() => log.close());
  return log;
};

type Log = Awaited<ReturnType<typeof logIn>>;

const say = async (log: Log, key: SigningKey, count: number) => {
  for (let i = 0; i < count; i++) {
    await appendEvents(log, {
      writer: key.id,
      key,
      name: "alice",
      drafts: [someDraft(`event ${i}`)],
      lamport: 0,
      at: "2026-01-02T03:04:05Z",
    });
  }
};

const verifiedEvents = async (log: Log, { git }: TestRepository, writer: string) => {
  const chain = new Chain(log.repository, emptyChain(writer), git("rev-parse", logRef(writer)));
  for await (const _ of chain);
  return chain.fault ?? chain.head.events;
};

const objectsIn = ({ dir }: TestRepository) => path.join(dir, ".git/objects");

const looseIn = (repository: TestRepository) =>
  fs
    .readdirSync(objectsIn(repository))
    .filter((name) => name.length === 2)
    .flatMap((name) => fs.readdirSync(path.join(objectsIn(repository), name)).map((rest) => name + rest))
    .sort();

const packsIn = (repository: TestRepository) =>
  fs
    .readdirSync(path.join(objectsIn(repository), "pack"))
    .filter((name) => name.endsWith(".pack"))
    .sort();

/** Throws when anything that is reachable is missing or damaged. */
const requireWhole = ({ git }: TestRepository) => {
  git("fsck", "--connectivity-only");
  git("fsck", "--strict");
};

/** Packs force-made one by one, as many as `count`. */
const packTimes = async (log: Log, key: SigningKey, count: number) => {
  for (let i = 0; i < count; i++) {
    await say(log, key, 1);
    await packLogs(log.repository, { force: true });
  }
};

for (const format of ["sha1", "sha256"]) {
  test(`a thousand events of a ${format} repository become one pack, and every one still verifies`, async () => {
    const repository = newRepository({}, `--object-format=${format}`);
    const log = await logIn(repository);
    const key = newKey();
    await say(log, key, 900);
    expect(await packLogs(log.repository)).toEqual({ outcome: "not due", objects: 0, packs: 0 });
    await say(log, key, 100);
    expect(await packLogs(log.repository)).toEqual({ outcome: "packed", objects: 1001, packs: 0 });
    expect(looseIn(repository)).toEqual([]);
    expect(packsIn(repository)).toHaveLength(1);
    expect(await packLogs(log.repository, { force: true })).toMatchObject({ outcome: "not due" });
    await say(log, key, 1);
    expect(await verifiedEvents(log, repository, key.id)).toBe(1001);
    requireWhole(repository);
  });
}

test("the user's own objects and packs stay as they are", async () => {
  const repository = newRepository({ "a.txt": "a" });
  repository.git("repack", "-q", "-a", "-d");
  repository.write("b.txt", "b");
  repository.commit();
  const [loose, packs] = [looseIn(repository), packsIn(repository)];
  const log = await logIn(repository);
  await say(log, newKey(), 20);
  await packLogs(log.repository, { force: true });
  expect(looseIn(repository)).toEqual(loose);
  expect(packsIn(repository)).toHaveLength(2);
  expect(packsIn(repository)).toEqual(expect.arrayContaining(packs));
});

test("more than ten packs of ours become one; packs that nobody remembers making are left alone", async () => {
  const repository = newRepository({});
  const log = await logIn(repository);
  const key = newKey();
  await packTimes(log, key, 2);
  const forgotten = packsIn(repository);
  fs.rmSync(path.join(log.repository.nerveDir, "packed.json"));
  await packTimes(log, key, 10);
  expect(packsIn(repository)).toHaveLength(12);
  await say(log, key, 1);
  expect(await packLogs(log.repository, { force: true })).toEqual({ outcome: "packed", objects: 1, packs: 10 });
  expect(packsIn(repository)).toHaveLength(3);
  expect(packsIn(repository)).toEqual(expect.arrayContaining(forgotten));
  expect(await verifiedEvents(log, repository, key.id)).toBe(13);
  requireWhole(repository);
});

test("content the user staged while it was in a pack of ours outlives that pack, even when no log reaches it any more", async () => {
  const repository = newRepository({});
  const log = await logIn(repository);
  const key = newKey();
  await say(log, key, 1);
  const shared = repository.git("rev-parse", logRef(key.id));
  const bytes = execFileSync("git", ["cat-file", "commit", shared], { cwd: repository.dir });
  await packLogs(log.repository, { force: true });
  // The same bytes as a commit of the user's: git does not store them a second time.
  execFileSync("git", ["hash-object", "-w", "-t", "commit", "--stdin"], { cwd: repository.dir, input: bytes });
  repository.git("update-ref", "refs/heads/mine", shared);
  repository.git("update-ref", "-d", logRef(key.id));
  await packTimes(log, newKey(), 11);
  expect(packsIn(repository)).toHaveLength(2);
  expect(looseIn(repository)).toEqual([]);
  expect(repository.git("cat-file", "-t", "mine")).toBe("commit");
  requireWhole(repository);
});

test("a pack that a multi-pack index lists, or that is marked to be kept, is not taken away", async () => {
  const repository = newRepository({});
  const log = await logIn(repository);
  await packTimes(log, newKey(), 5);
  repository.git("multi-pack-index", "write");
  const listed = packsIn(repository);
  const key = newKey();
  await packTimes(log, key, 1);
  const kept = packsIn(repository).find((name) => !listed.includes(name)) ?? "";
  fs.writeFileSync(path.join(objectsIn(repository), "pack", kept.replace(/pack$/, "keep")), "");
  await packTimes(log, key, 12);
  expect(packsIn(repository)).toEqual(expect.arrayContaining([...listed, kept]));
  expect(packsIn(repository).length).toBeLessThan(10);
  repository.git("multi-pack-index", "verify");
  requireWhole(repository);
});

const packing = `
  import { openRepository } from "./src/git/repository.ts";
  import { packLogs } from "./src/log/pack-logs.ts";
  const repository = await openRepository(process.argv[2]);
  console.log(JSON.stringify(await packLogs(repository, { force: true })));
`;

test("a packer killed at any point loses nothing, and a later one finishes", async () => {
  const repository = newRepository({});
  const log = await logIn(repository);
  const key = newKey();
  const packer = script(packing);
  await packTimes(log, key, 10);
  let said = 10;
  for (let wait = 70; wait < 190; wait += 10) {
    await say(log, key, 20);
    said += 20;
    const child = packer.start(repository.dir);
    const ended = new Promise((resolve) => child.on("close", resolve));
    await new Promise((resolve) => setTimeout(resolve, wait));
    child.kill("SIGKILL");
    await ended;
    expect(await verifiedEvents(log, repository, key.id)).toBe(said);
    repository.git("fsck", "--connectivity-only");
    const left = path.join(log.repository.nerveDir, "packing");
    if (fs.existsSync(left)) fs.utimesSync(left, 0, 0);
  }
  await say(log, key, 1);
  // What a killed packer's git still held open may come to rest a moment later.
  await expect.poll(() => packLogs(log.repository, { force: true }).then(({ outcome }) => outcome)).toMatch(/packed|not due/);
  expect(looseIn(repository)).toEqual([]);
  expect(packsIn(repository).length).toBeLessThanOrEqual(11);
  requireWhole(repository);
});

test("packers, appenders and the user's git gc at once: nothing is lost", async () => {
  const repository = newRepository({ "a.txt": "a" });
  const log = await logIn(repository);
  const [alice, bob] = [newKey(), newKey()];
  await say(log, alice, 50);
  const packer = script(packing);
  const rounds = async (work: () => Promise<unknown>) => {
    for (let i = 0; i < 4; i++) await work();
  };
  const collected = () => new Promise((resolve) => spawn("git", ["gc", "-q"], { cwd: repository.dir }).on("close", resolve));
  const second = await logIn(repository);
  await Promise.all([
    rounds(() => say(log, alice, 40)),
    rounds(() => say(second, bob, 40)),
    rounds(() => packer.run(repository.dir)),
    rounds(() => packer.run(repository.dir)),
    rounds(() => packLogs(second.repository, { force: true })),
    rounds(collected),
  ]);
  expect(await verifiedEvents(log, repository, alice.id)).toBe(210);
  expect(await verifiedEvents(log, repository, bob.id)).toBe(160);
  requireWhole(repository);
});

test("while one packs, another does not wait", async () => {
  const log = await logIn(newRepository({}));
  await say(log, newKey(), 20);
  const outcomes = await Promise.all([1, 2].map(() => packLogs(log.repository, { force: true })));
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["busy", "packed"]);
});

test("a disk that is full while packing changes nothing and leaves nothing behind", async () => {
  const repository = newRepository({});
  const log = await logIn(repository);
  await say(log, newKey(), 40);
  const loose = looseIn(repository);
  // A limit on the size of files stands for the disk: 8 blocks of 512 bytes, where the pack takes more than twice that.
  const limited = 'trap "" XFSZ; ulimit -f 8; exec "$@"';
  const { status, stderr } = spawnSync("sh", ["-c", limited, "sh", process.execPath, script(packing).file, repository.dir], {
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(/NerveError: git pack-objects (was stopped|failed)/) });
  expect(looseIn(repository)).toEqual(loose);
  expect(fs.readdirSync(path.join(objectsIn(repository), "pack"))).toEqual([]);
  expect(fs.existsSync(path.join(log.repository.nerveDir, "packing"))).toBe(false);
  expect(await packLogs(log.repository, { force: true })).toMatchObject({ outcome: "packed", objects: 41 });
});

test("a damaged object is said, and everything stays where it was", async () => {
  const repository = newRepository({});
  const log = await logIn(repository);
  const key = newKey();
  await say(log, key, 5);
  const tip = repository.git("rev-parse", logRef(key.id));
  const file = path.join(objectsIn(repository), tip.slice(0, 2), tip.slice(2));
  fs.chmodSync(file, 0o644);
  fs.truncateSync(file, 20);
  const loose = looseIn(repository);
  await expect(packLogs(log.repository, { force: true })).rejects.toMatchObject({ name: "NerveError", code: "environment" });
  expect(looseIn(repository)).toEqual(loose);
});

test("a store that takes no packs is said, and everything stays where it was", async () => {
  const repository = newRepository({});
  const log = await logIn(repository);
  await say(log, newKey(), 5);
  const loose = looseIn(repository);
  fs.rmdirSync(path.join(objectsIn(repository), "pack"));
  fs.writeFileSync(path.join(objectsIn(repository), "pack"), "");
  await expect(packLogs(log.repository, { force: true })).rejects.toMatchObject({ name: "NerveError", code: "environment" });
  expect(looseIn(repository)).toEqual(loose);
});

test("objects that an alternate lends are neither packed nor removed", async () => {
  const lender = newRepository();
  const lending = await logIn(lender);
  const key = newKey();
  await say(lending, key, 10);
  const lent = looseIn(lender);
  const place = path.join(temporaryFolder(), "borrower");
  lender.git("clone", "-q", "--shared", lender.dir, place);
  const borrower = repositoryAt(place);
  borrower.git("update-ref", logRef(key.id), lender.git("rev-parse", logRef(key.id)));
  const log = await logIn(borrower);
  await say(log, key, 3);
  expect(await packLogs(log.repository, { force: true })).toMatchObject({ outcome: "packed", objects: 3 });
  expect(looseIn(lender)).toEqual(lent);
  expect(await verifiedEvents(log, borrower, key.id)).toBe(13);
  requireWhole(borrower);
});

test("in a partial clone nothing is fetched for it, and what was promised stays promised", async () => {
  const origin = newRepository();
  const theirs = await logIn(origin);
  const key = newKey();
  await say(theirs, key, 3);
  origin.git("config", "uploadpack.allowFilter", "true");
  const place = path.join(temporaryFolder(), "partial");
  origin.git("clone", "-q", "--no-checkout", "--filter=tree:0", `file://${origin.dir}`, place);
  const partial = repositoryAt(place);
  partial.git("fetch", "-q", "--filter=tree:0", "origin", `${logRef(key.id)}:${logRef(key.id)}`);
  partial.git("remote", "set-url", "origin", "/nowhere");
  const log = await logIn(partial);
  const mine = newKey();
  await say(log, mine, 5);
  const promised = packsIn(partial);
  expect(await packLogs(log.repository, { force: true })).toMatchObject({ outcome: "packed", objects: 6 });
  expect(packsIn(partial)).toEqual(expect.arrayContaining(promised));
  expect(await verifiedEvents(log, partial, key.id)).toBe(3);
  expect(await verifiedEvents(log, partial, mine.id)).toBe(5);
  requireWhole(partial);
});
