import { execFileSync } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { liveRef, logRef, quarantineNamespace, trackingNamespace, trackingRef } from "../../src/git/refs.ts";
import { fetchPlane } from "../../src/git/remote.ts";
import { appendEvents } from "../../src/log/append.ts";
import { Chain, emptyChain } from "../../src/log/chain.ts";
import { takeOver } from "../../src/sync/take-over.ts";
import { someDraft } from "../support/log.ts";
import { script } from "../support/script.ts";
import { type Clone, cloneOf, newRemote, openClone, refsIn } from "./clones.ts";

const synced = { outcome: "synced", reason: null, quarantined: [], forked: false };

for (const format of ["sha1", "sha256"]) {
  test(`two clones of a ${format} remote come to know each other`, async () => {
    const remote = newRemote(`--object-format=${format}`);
    const [alice, bob] = [await cloneOf(remote), await cloneOf(remote)];
    await alice.say("one", "two");
    await alice.live();
    await bob.say("drei");
    expect(await alice.sync()).toMatchObject({ ...synced, fetched: [], pushed: [liveRef(alice.key.id), logRef(alice.key.id)] });
    expect(await bob.sync()).toMatchObject({ ...synced, pushed: [logRef(bob.key.id)] });
    expect((await alice.sync()).fetched).toEqual([logRef(bob.key.id)]);
    expect(bob.accepted()).toEqual(alice.accepted());
    expect(Object.keys(bob.accepted())).toHaveLength(3);
  });
}

test("a second exchange with nothing new moves nothing and pushes nothing", async () => {
  const remote = newRemote();
  const alice = await cloneOf(remote);
  await alice.say("one");
  await alice.sync();
  const before = refsIn(alice);
  expect(await alice.sync()).toEqual({ ...synced, remote: "origin", fetched: [], pushed: [], ignored: [] });
  expect(refsIn(alice)).toEqual(before);
});

test("a remote that knows no plane is a remote like any other", async () => {
  const alice = await cloneOf(newRemote());
  expect(await alice.sync()).toMatchObject({ ...synced, fetched: [], pushed: [] });
});

test("without a writer, or with push off, nothing is pushed", async () => {
  const remote = newRemote();
  const alice = await cloneOf(remote);
  await alice.say("one");
  expect(await alice.sync({ push: false })).toMatchObject({ ...synced, pushed: [] });
  expect(await alice.sync({ writer: null })).toMatchObject({ ...synced, pushed: [] });
  expect(refsIn(remote, "refs/nerveplane")).toEqual([]);
  expect((await alice.sync()).pushed).toHaveLength(1);
});

test("whatever the order of appending and syncing, three clones end with the same logs", async () => {
  const step = fc.record({ who: fc.nat(2), does: fc.constantFrom("say", "live", "sync", "sync both") });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const remote = newRemote();
      const clones = [await cloneOf(remote), await cloneOf(remote), await cloneOf(remote)];
      for (const { who, does } of steps) {
        const clone = clones[who];
        if (!clone) continue;
        if (does === "say") await clone.say(does);
        else if (does === "live") await clone.live();
        else if (does === "sync") expect(await clone.sync()).toMatchObject(synced);
        else await Promise.all([clone.sync(), clones[(who + 1) % 3]?.sync()]);
      }
      for (const clone of [...clones, ...clones]) expect(await clone.sync()).toMatchObject(synced);
      const [first, ...rest] = clones.map((clone) => clone.accepted());
      for (const other of rest) expect(other).toEqual(first);
      for (const clone of clones) expect(refsIn(clone, quarantineNamespace)).toEqual([]);
    }),
    { numRuns: 6 },
  );
});

test("two exchanges at once in one clone both succeed, and all is pushed once", async () => {
  const remote = newRemote();
  const [alice, bob] = [await cloneOf(remote), await cloneOf(remote)];
  await bob.say("one", "two");
  await bob.live();
  await bob.sync();
  const again = await openClone(alice.dir, alice.key);
  for (let round = 0; round < 3; round++) {
    await alice.say(`round ${round}`);
    await alice.live();
    await bob.say(`round ${round}`);
    await bob.sync();
    const both = await Promise.all([alice.sync(), again.sync()]);
    for (const each of both) expect(each).toMatchObject(synced);
    expect(both.flatMap(({ quarantined }) => quarantined)).toEqual([]);
  }
  await bob.sync();
  expect(bob.accepted()).toEqual(alice.accepted());
  expect(refsIn(remote, "refs/nerveplane")).toEqual(refsIn(alice, "refs/nerveplane/live", "refs/nerveplane/log"));
});

test("a stale live statement does not replace a fresh one, and is no alarm", async () => {
  const [near, far] = [newRemote(), newRemote()];
  const [alice, bob] = [await cloneOf(near), await cloneOf(near)];
  for (const clone of [alice, bob]) clone.git("remote", "add", "far", far.dir);
  await alice.live();
  await alice.sync({ remote: "far" });
  await alice.live();
  await alice.sync();
  await bob.sync();
  const fresh = bob.accepted();
  expect(await bob.sync({ remote: "far" })).toMatchObject({
    ...synced,
    fetched: [],
    ignored: [{ ref: liveRef(alice.key.id), reason: "is stale: 1, and 2 is known" }],
  });
  expect(bob.accepted()).toEqual(fresh);
});

test("what was lost here of our own log and live statement comes back from the remote", async () => {
  const remote = newRemote();
  const alice = await cloneOf(remote);
  await alice.say("one", "two");
  await alice.live();
  await alice.sync();
  const before = alice.accepted();
  for (const ref of Object.keys(before)) alice.git("update-ref", "-d", ref);
  expect(await alice.sync()).toMatchObject({ ...synced, fetched: Object.keys(before), pushed: [] });
  expect(alice.accepted()).toEqual(before);
  await alice.say("three");
  expect(await alice.sync()).toMatchObject({ ...synced, pushed: [logRef(alice.key.id)] });
});

test("a remote that lost our log gets it again", async () => {
  const remote = newRemote();
  const alice = await cloneOf(remote);
  await alice.say("one", "two");
  await alice.sync();
  remote.git("update-ref", logRef(alice.key.id), `${alice.tipOf(alice)}^`);
  expect(await alice.sync()).toMatchObject({ ...synced, pushed: [logRef(alice.key.id)] });
  remote.git("update-ref", "-d", logRef(alice.key.id));
  expect(await alice.sync()).toMatchObject({ ...synced, pushed: [logRef(alice.key.id)] });
});

test("our own log that a copied clone went on with is reported as forked, and nothing is pushed over it", async () => {
  const remote = newRemote();
  const alice = await cloneOf(remote);
  await alice.say("one");
  await alice.sync();
  const copy = path.join(path.dirname(alice.dir), "copy");
  fs.cpSync(alice.dir, copy, { recursive: true });
  const twin = await openClone(copy, alice.key);
  await twin.say("the twin's");
  await twin.sync();
  await alice.say("the original's");
  const [ours, theirs] = [alice.tipOf(alice), twin.tipOf(twin)];
  expect(await alice.sync()).toMatchObject({ forked: true, pushed: [], quarantined: [{ ref: logRef(alice.key.id), commit: theirs }] });
  expect(alice.tipOf(alice)).toBe(ours);
  expect(remote.git("rev-parse", logRef(alice.key.id))).toBe(theirs);
  expect(refsIn(alice, quarantineNamespace)).toEqual([expect.stringContaining(theirs)]);
});

for (const [kind, options] of [
  ["shallow", ["--depth", "1"]],
  ["partial", ["--filter=blob:none"]],
  ["treeless", ["--filter=tree:0"]],
] as const) {
  test(`in a ${kind} clone logs and live statements are complete, and the clone stays as ${kind} as it was`, async () => {
    const remote = newRemote();
    remote.git("config", "uploadpack.allowFilter", "true");
    const writer = await cloneOf(remote);
    writer.write("more.txt", "more\n");
    writer.commit("more");
    writer.git("push", "-q", "origin", "main");
    await writer.say("one", "two", "three");
    await writer.live();
    await writer.sync();

    const reader = await cloneOf(remote, ...options);
    const config = reader.read(".git/config");
    const shallow = kind === "shallow" && reader.read(".git/shallow");
    const missing = () => reader.git("rev-list", "--objects", "--all", "--missing=print").match(/^\?.*/gm);
    const lacked = missing();
    await reader.say("mine");
    expect(await fetchPlane(reader.log.repository, "origin", { background: true })).toBeNull();
    // Everything has come with the one fetch: nothing is left to be asked for when it is read.
    fs.renameSync(remote.dir, `${remote.dir}.away`);
    const request = { port: reader.log, remote: "origin", writer: reader.key.id, heads: new Map() };
    expect((await takeOver(request, new Map())).moved.toSorted()).toEqual([liveRef(writer.key.id), logRef(writer.key.id)]);
    fs.renameSync(`${remote.dir}.away`, remote.dir);
    expect(await reader.sync()).toMatchObject({ ...synced, pushed: [logRef(reader.key.id)] });
    expect(reader.git("rev-list", "--count", logRef(writer.key.id))).toBe("3");
    expect(reader.read(".git/config")).toBe(config);
    if (shallow) expect(reader.read(".git/shallow")).toBe(shallow);
    else expect(missing()).toEqual(lacked);
    await writer.sync();
    expect(writer.accepted()).toEqual(reader.accepted());
  });
}

test("branches, tags, FETCH_HEAD, reflogs and configuration stay as they were", async () => {
  const remote = newRemote();
  const [alice, bob] = [await cloneOf(remote), await cloneOf(remote)];
  for (const [name, value] of [
    ["remote.origin.fetch", "+refs/nerveplane/*:refs/nerveplane/*"],
    ["remote.origin.tagOpt", "--tags"],
    ["remote.origin.mirror", "true"],
    ["fetch.prune", "true"],
    ["fetch.pruneTags", "true"],
    ["push.followTags", "true"],
    ["push.pushOption", "merge_request.create"],
    ["push.gpgSign", "true"],
  ] as const) {
    alice.git("config", "--add", name, value);
  }
  alice.git("tag", "-a", "-m", "ours", "mine");
  alice.git("update-ref", "refs/remotes/origin/gone", "HEAD");
  alice.git("update-ref", "refs/nerveplane/keep/this", "HEAD");
  bob.git("tag", "-a", "-m", "theirs", "theirs");
  bob.git("push", "-q", "origin", "theirs", "HEAD:refs/heads/new");
  await bob.say("one");
  await bob.sync();
  await alice.say("two");
  fs.writeFileSync(path.join(alice.dir, ".git/FETCH_HEAD"), "as it was\n");

  const see = () => ({
    refs: refsIn(alice).filter((line) => !/^refs\/nerveplane\/(log|remotes)\//.test(line)),
    config: alice.read(".git/config"),
    fetchHead: alice.read(".git/FETCH_HEAD"),
    head: alice.read(".git/HEAD"),
    logs: execFileSync("find", [".git/logs", "-type", "f", "-exec", "cat", "{}", "+"], { cwd: alice.dir, encoding: "utf8" }),
    status: alice.git("status", "--porcelain"),
  });
  const before = see();
  const there = refsIn(remote, "refs/heads", "refs/tags");
  expect(await alice.sync()).toMatchObject({ ...synced, fetched: [logRef(bob.key.id)], pushed: [logRef(alice.key.id)] });
  expect(see()).toEqual(before);
  expect(refsIn(remote, "refs/heads", "refs/tags")).toEqual(there);
});

test("the user's pre-push hook is not run, and inside of it an exchange still finds its repository", async () => {
  const remote = newRemote();
  const alice = await cloneOf(remote);
  const ran = path.join(alice.dir, "ran");
  fs.writeFileSync(path.join(alice.dir, ".git/hooks/pre-push"), `#!/bin/sh\ntouch '${ran}'\nexit 1\n`, { mode: 0o755 });
  expect(() => alice.git("push", "-q", "origin", "HEAD:refs/heads/other")).toThrow();
  expect(fs.existsSync(ran)).toBe(true);
  fs.rmSync(ran);
  await alice.say("one");
  const elsewhere = newRemote();
  process.env["GIT_DIR"] = elsewhere.dir;
  try {
    expect(await alice.sync()).toMatchObject({ ...synced, pushed: [logRef(alice.key.id)] });
  } finally {
    delete process.env["GIT_DIR"];
  }
  expect(fs.existsSync(ran)).toBe(false);
});

test("remotes with odd names keep apart, and a relative URL counts from the worktree", async () => {
  const remote = newRemote();
  const alice = await cloneOf(remote);
  await alice.say("one");
  const relative = path.relative(alice.dir, remote.dir);
  for (const name of ["a", "a/log", "ä b.lock", "up..stream", "50%"]) {
    alice.git("config", `remote.${name}.url`, relative);
    expect(await alice.sync({ remote: name })).toMatchObject({ outcome: "synced" });
    expect(refsIn(alice, trackingNamespace(name))).toHaveLength(1);
  }
  await alice.sync({ remote: "a" });
  expect(refsIn(alice, "refs/nerveplane/remotes")).toHaveLength(5);
});

test("a push URL of its own is pushed to", async () => {
  const [remote, mine] = [newRemote(), newRemote()];
  const alice: Clone = await cloneOf(remote);
  alice.git("config", "remote.origin.pushurl", mine.dir);
  await alice.say("one");
  expect(await alice.sync()).toMatchObject({ ...synced, pushed: [logRef(alice.key.id)] });
  expect(refsIn(mine, "refs/nerveplane")).toHaveLength(1);
  expect(refsIn(remote, "refs/nerveplane")).toEqual([]);
});

test("killed at any point and run again, an exchange ends where it would have", async () => {
  const remote = newRemote();
  const [alice, bob] = [await cloneOf(remote), await cloneOf(remote)];
  const program = script(`
    import { openRepository } from "./src/git/repository.ts";
    import { ObjectReader, ObjectWriter } from "./src/git/objects.ts";
    import { RefWriter } from "./src/git/refs.ts";
    import { exchange } from "./src/sync/exchange.ts";
    const [dir, writer] = process.argv.slice(2);
    const repository = await openRepository(dir);
    const port = { repository, objects: new ObjectReader(repository), written: new ObjectWriter(repository), refs: new RefWriter(repository) };
    await exchange({ port, remote: "origin", writer, heads: new Map(), push: true, background: true });
    process.exit();
  `);
  for (let delay = 40; delay <= 320; delay += 40) {
    await alice.say("from alice");
    await alice.live();
    await alice.sync();
    await bob.say("from bob");
    await bob.live();
    const running = program.start(bob.dir, bob.key.id);
    const ended = once(running, "close");
    setTimeout(() => running.kill("SIGKILL"), delay);
    await ended;
  }
  expect(await bob.sync()).toMatchObject(synced);
  await alice.sync();
  expect(alice.accepted()).toEqual(bob.accepted());
  expect(alice.git("rev-list", "--count", logRef(bob.key.id))).toBe("8");
  expect(bob.git("rev-list", "--count", logRef(alice.key.id))).toBe("8");
});

test("the lock that a killed fetch left does not stop exchanges for ever", async () => {
  const remote = newRemote();
  const [alice, bob] = [await cloneOf(remote), await cloneOf(remote)];
  await alice.say("one");
  await alice.sync();
  const lock = path.join(bob.dir, ".git", `${trackingRef("origin", logRef(alice.key.id))}.lock`);
  fs.mkdirSync(path.dirname(lock), { recursive: true });
  fs.writeFileSync(lock, "");
  expect(await bob.sync()).toMatchObject({ outcome: "deferred", reason: expect.stringContaining("cannot lock ref") });
  fs.utimesSync(lock, 0, 0);
  expect(await bob.sync()).toMatchObject({ ...synced, fetched: [logRef(alice.key.id)] });
});

test("what is known of the logs saves work, and does no harm when it is out of date", async () => {
  const remote = newRemote();
  const [alice, bob] = [await cloneOf(remote), await cloneOf(remote)];
  const headAt = async (tip: string) => {
    const chain = new Chain(alice.log.repository, emptyChain(alice.key.id), tip);
    for await (const _ of chain);
    return new Map([[alice.key.id, chain.head]]);
  };
  await alice.say("one");
  const early = await headAt(alice.tipOf(alice));
  for (const heads of [new Map(), early, early]) {
    await alice.say("more");
    await alice.sync();
    expect(await bob.sync({ heads })).toMatchObject({ ...synced, fetched: [logRef(alice.key.id)] });
    expect(bob.tipOf(alice)).toBe(alice.tipOf(alice));
  }
  alice.git("update-ref", "-d", logRef(alice.key.id));
  await alice.say("of another history");
  const foreign = await headAt(alice.tipOf(alice));
  alice.git("fetch", "-q", "origin", `+${logRef(alice.key.id)}:${logRef(alice.key.id)}`);
  await alice.say("the last");
  await alice.sync();
  expect(await bob.sync({ heads: foreign })).toMatchObject({ ...synced, fetched: [logRef(alice.key.id)] });
});

test("a log of 5,000 events arrives whole", async () => {
  const remote = newRemote();
  const [alice, bob] = [await cloneOf(remote), await cloneOf(remote)];
  const one = (drafts: number) =>
    appendEvents(alice.log, {
      writer: alice.key.id,
      key: alice.key,
      name: "alice",
      drafts: Array.from({ length: drafts }, (_, i) => someDraft(`event ${i}`)),
      lamport: 0,
      at: "2026-01-02T03:04:05Z",
    });
  for (let i = 0; i < 500; i++) await one(10);
  await alice.sync();
  expect(await bob.sync()).toMatchObject({ ...synced, fetched: [logRef(alice.key.id)] });
  expect(bob.git("rev-list", "--count", logRef(alice.key.id))).toBe("500");
  expect(bob.accepted()).toEqual(alice.accepted());
});
