import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { liveRef, logRef, quarantineNamespace, trackingNamespace, trackingRef } from "../../src/git/refs.ts";
import { newKey } from "../../src/identity/keys.ts";
import { readQuarantine } from "../../src/sync/quarantine.ts";
import { takeOver } from "../../src/sync/take-over.ts";
import { type Clone, cloneOf, forged, newRemote, openClone, refsIn } from "./clones.ts";

/** Bob knows the first commit of alice's log; alice has another good one that nobody knows yet. */
const aliceAndBob = async () => {
  const remote = newRemote();
  const [alice, bob] = [await cloneOf(remote), await cloneOf(remote)];
  await alice.say("one");
  await alice.sync();
  await bob.sync();
  const known = alice.tipOf(alice);
  await alice.say("two");
  return { remote, alice, bob, known, good: alice.tipOf(alice), log: logRef(alice.key.id) };
};

/** Somebody who may push makes the remote show `tip` as alice's log. */
const plant = (from: Clone, log: string, tip: string) => from.git("push", "-q", "--force", "--no-verify", "origin", `${tip}:${log}`);

const unsigned = (commit: string) => commit.replace(/gpgsig [\s\S]*?-----END SSH SIGNATURE-----\n/, "");

const badEnds: [string, (alice: Clone) => Promise<string>, RegExp][] = [
  ["is not signed", async (alice) => forged(alice, alice.tipOf(alice), unsigned), /is not signed/],
  [
    "does not fit its signature",
    async (alice) => forged(alice, alice.tipOf(alice), (commit) => commit.replace("three", "threw")),
    /does not fit its content/,
  ],
  [
    "is signed by a key that nobody vouched for",
    async (alice) => {
      const stranger = await openClone(alice.dir);
      await stranger.sayIn(alice.key.id, "intrudes");
      return alice.tipOf(alice);
    },
    /did not vouch for/,
  ],
  [
    "is a merge",
    async (alice) => {
      const tip = alice.tipOf(alice);
      return alice.git("commit-tree", "-p", tip, "-p", "HEAD", "-m", "merge", `${tip}^{tree}`);
    },
    /does not follow the commit known before it/,
  ],
];

for (const [what, make, reason] of badEnds) {
  test(`of a log whose last commit ${what} the good part applies, and the rest is quarantined`, async () => {
    const { alice, bob, log, good } = await aliceAndBob();
    await alice.say("three");
    const before = alice.tipOf(alice);
    const bad = await make(alice);
    const last = alice.git("merge-base", before, bad) === before ? before : good;
    plant(alice, log, bad);
    const first = await bob.sync();
    const quarantined = [{ ref: log, commit: bad, reason: expect.stringMatching(reason) }];
    expect(first).toMatchObject({ outcome: "synced", fetched: [log], quarantined });
    expect(bob.tipOf(alice)).toBe(last);
    expect(refsIn(bob, quarantineNamespace)).toEqual([expect.stringContaining(bad)]);
    const refs = refsIn(bob);
    expect(await bob.sync()).toMatchObject({ fetched: [], quarantined });
    expect(refsIn(bob)).toEqual(refs);
    expect(await readQuarantine(bob.log)).toEqual(quarantined);
  });
}

test("once the writer's own log stands on the remote again, it is taken from where it was good", async () => {
  const { alice, bob, log, good } = await aliceAndBob();
  plant(alice, log, forged(alice, good, unsigned));
  await bob.sync();
  plant(alice, log, good);
  await alice.say("three");
  await alice.sync();
  expect(await bob.sync()).toMatchObject({ fetched: [log], quarantined: [] });
  expect(bob.tipOf(alice)).toBe(alice.tipOf(alice));
});

const otherHistories: [string, (alice: Clone, known: string) => Promise<string>, RegExp][] = [
  [
    "rewritten by a stranger",
    async (alice, known) => forged(alice, known, (commit) => commit.replaceAll("two", "owt")),
    /does not go on.*does not fit/,
  ],
  [
    "forked by its writer",
    async (alice, known) => {
      alice.git("update-ref", logRef(alice.key.id), `${known}^`);
      await alice.say("instead");
      return alice.tipOf(alice);
    },
    /forks from what is known here/,
  ],
  [
    "begun anew by its writer",
    async (alice) => {
      alice.git("update-ref", "-d", logRef(alice.key.id));
      await alice.say("from the start");
      return alice.tipOf(alice);
    },
    /begins anew/,
  ],
];

for (const [what, make, reason] of otherHistories) {
  test(`a log that was ${what} does not replace the one known here, and both stay`, async () => {
    const { alice, bob, log } = await aliceAndBob();
    await alice.sync();
    await bob.sync();
    const known = bob.tipOf(alice);
    const other = await make(alice, known);
    plant(alice, log, other);
    const quarantined = [{ ref: log, reason: expect.stringMatching(reason) }];
    expect(await bob.sync()).toMatchObject({ fetched: [], quarantined, forked: false });
    expect(bob.tipOf(alice)).toBe(known);
    expect(await bob.sync()).toMatchObject({ fetched: [], quarantined });
    expect(refsIn(bob, quarantineNamespace)).toEqual([expect.stringContaining(other)]);
    expect(await readQuarantine(bob.log)).toMatchObject(quarantined);
  });
}

test("a log that the remote cut back is an alarm until it stands there again", async () => {
  const { remote, alice, bob, log, known, good } = await aliceAndBob();
  await alice.sync();
  await bob.sync();
  remote.git("update-ref", log, known);
  const quarantined = [{ ref: log, commit: known, reason: expect.stringContaining("was cut back") }];
  expect(await bob.sync()).toMatchObject({ fetched: [], quarantined });
  expect(await bob.sync()).toMatchObject({ fetched: [], quarantined });
  expect(bob.tipOf(alice)).toBe(good);
  expect(await readQuarantine(bob.log)).toEqual(quarantined);
  await alice.sync();
  expect(await bob.sync()).toMatchObject({ fetched: [], quarantined: [] });
  expect(await readQuarantine(bob.log)).toEqual([]);
});

test("a remote that is not as far as another one is no alarm", async () => {
  const { alice, bob, log, good } = await aliceAndBob();
  const behind = newRemote();
  for (const clone of [alice, bob]) clone.git("remote", "add", "behind", behind.dir);
  alice.git("push", "-q", "behind", `${good}^:${log}`);
  await alice.sync();
  await bob.sync();
  expect(await bob.sync({ remote: "behind" })).toMatchObject({ outcome: "synced", quarantined: [], fetched: [] });
  expect(bob.tipOf(alice)).toBe(good);
});

test("a log of which nothing verifies gets no ref of its own", async () => {
  const { alice, bob, good } = await aliceAndBob();
  const invented = logRef(newKey().id);
  plant(alice, invented, good);
  expect(await bob.sync()).toMatchObject({ fetched: [], quarantined: [{ ref: invented }] });
  expect(bob.accepted()).not.toHaveProperty(invented);
});

test("our own log as a stranger rewrote it is neither taken, nor a fork, nor pushed over", async () => {
  const { alice, log, known, good } = await aliceAndBob();
  const bad = forged(alice, known, unsigned);
  plant(alice, log, bad);
  await alice.live();
  expect(await alice.sync()).toMatchObject({
    outcome: "failed",
    reason: expect.stringContaining("this clone's own log"),
    forked: false,
    pushed: [liveRef(alice.key.id)],
    quarantined: [{ ref: log, commit: bad }],
  });
  expect(alice.tipOf(alice)).toBe(good);
});

test("names that are not of our making are left alone, and so are epochs of a newer git nerve", async () => {
  const { alice, bob, good } = await aliceAndBob();
  const later = logRef(alice.key.id, "000002");
  for (const ref of [
    `refs/nerveplane/log/${alice.key.id.toUpperCase()}/000001`,
    `refs/nerveplane/log/${alice.key.id}/1`,
    "refs/nerveplane/log/a;b/$(id)",
    "refs/nerveplane/live/short",
    "refs/nerveplane/remotes/origin/log/x",
    "refs/nerveplane/quarantine/x/y",
    later,
  ]) {
    plant(alice, ref, good);
  }
  const before = bob.accepted();
  expect(await bob.sync()).toMatchObject({
    outcome: "synced",
    fetched: [],
    quarantined: [],
    ignored: [{ ref: later, reason: "was made by a newer git nerve" }],
  });
  expect(bob.accepted()).toEqual(before);
  expect(refsIn(bob, trackingNamespace("origin")).filter((line) => line.includes(later.slice(-30)))).toHaveLength(1);
  expect(refsIn(bob, quarantineNamespace)).toEqual([]);
});

test("refs that point at no commit are ignored", async () => {
  const { alice, bob, remote } = await aliceAndBob();
  const [log, live] = [logRef(newKey().id), liveRef(newKey().id)];
  remote.git("update-ref", log, remote.git("rev-parse", "main:README.md"));
  remote.git("update-ref", live, remote.git("rev-parse", "main^{tree}"));
  expect(await bob.sync()).toMatchObject({
    outcome: "synced",
    fetched: [],
    ignored: expect.arrayContaining([
      { ref: log, reason: "points at a blob" },
      { ref: live, reason: "points at a tree" },
    ]),
  });
  await alice.sync();
  expect(await bob.sync()).toMatchObject({ fetched: [logRef(alice.key.id)] });
});

test("a live statement by somebody else's hand is ignored", async () => {
  const { alice, bob } = await aliceAndBob();
  await bob.live();
  plant(bob, liveRef(alice.key.id), bob.git("rev-parse", liveRef(bob.key.id)));
  expect(await alice.sync({ writer: null })).toMatchObject({
    fetched: [],
    quarantined: [],
    ignored: expect.arrayContaining([{ ref: liveRef(alice.key.id), reason: "is not signed by its writer" }]),
  });
});

test("a live statement whose objects are missing or damaged is ignored until it is whole", async () => {
  const { alice, bob } = await aliceAndBob();
  await alice.live();
  await alice.sync();
  const ref = liveRef(alice.key.id);
  const statement = alice.git("rev-parse", ref);
  const blob = alice.git("ls-tree", `${statement}:agents`).split(/\s/)[2] ?? "";
  bob.git("fetch", "-q", "origin", `${ref}:${trackingRef("origin", ref)}`);
  const file = path.join(bob.dir, ".git/objects", blob.slice(0, 2), blob.slice(2));
  const content = fs.readFileSync(file);
  const takeFrom = () => takeOver({ port: bob.log, remote: "origin", writer: null, heads: new Map() }, new Map());
  fs.rmSync(file);
  expect(await takeFrom()).toMatchObject({ moved: [], ignored: [{ ref, reason: expect.stringMatching(/^lacks /) }] });
  fs.writeFileSync(file, content.subarray(0, 20));
  expect(await takeFrom()).toMatchObject({ moved: [], ignored: [{ ref, reason: expect.stringMatching(/damaged|lacks/) }] });
  fs.writeFileSync(file, content);
  expect(await takeFrom()).toMatchObject({ moved: [ref], ignored: [] });
});

test("a flood of bad logs leaves at most 32 tips as evidence, and all of them are reported", async () => {
  const { alice, bob, good } = await aliceAndBob();
  const refs = Array.from({ length: 40 }, () => logRef(newKey().id));
  alice.git("push", "-q", "origin", ...refs.map((ref) => `${good}:${ref}`));
  expect((await bob.sync()).quarantined).toHaveLength(40);
  expect(refsIn(bob, quarantineNamespace)).toHaveLength(32);
});
