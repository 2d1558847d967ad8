import fs from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { readMilestones } from "../../src/app/milestones.ts";
import { type Nerve, openNerve } from "../../src/app/nerve.ts";
import { readView, type View } from "../../src/app/view.ts";
import { agentJoined } from "../../src/events/agent-joined.ts";
import { decisionRecorded } from "../../src/events/decision-recorded.ts";
import { logRef } from "../../src/git/refs.ts";
import { newKey, type SigningKey } from "../../src/identity/keys.ts";
import { appendEvents } from "../../src/log/append.ts";
import type { Draft } from "../../src/model/event.ts";
import { newRepository } from "../support/repository.ts";

const openPlane = async (): Promise<Nerve> => {
  const nerve = await openNerve(newRepository({}).dir, () => {});
  onTestFinished(() => nerve.close());
  return nerve;
};

/** Lets a writer say something at a clock of its own, as if its log had been fetched. */
const say = (nerve: Nerve, key: SigningKey, lamport: number, ...drafts: Draft[]) =>
  appendEvents(nerve.log, { writer: key.id, key, name: "w", drafts, lamport: lamport - 1, at: "2026-01-02T03:04:05Z" });

const decision = (summary: string): Draft => decisionRecorded.draft({}, { summary });

const forgetCache = ({ repository }: Nerve) => fs.rmSync(path.join(repository.nerveDir, "cache"), { recursive: true, force: true });

/** All that a view is, but for what only says how it was made. */
const gist = ({ state, heads, faults }: View) => structuredClone({ state, heads: [...heads].sort(), faults });

test("events that arrive late, in any order, give the view that reading everything anew gives", async () => {
  const writers = [newKey(), newKey(), newKey()];
  const step = fc.record({ who: fc.nat(2), ahead: fc.nat(5), read: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const nerve = await openNerve(newRepository({}).dir, () => {});
      try {
        for (const [i, { who, ahead, read }] of steps.entries()) {
          const key = writers[who] as SigningKey;
          await say(nerve, key, 1 + ahead, decision(`${i} by ${who}`));
          if (read) await readView(nerve);
        }
        const grown = gist(await readView(nerve));
        forgetCache(nerve);
        expect(grown).toEqual(gist(await readView(nerve)));
      } finally {
        await nerve.close();
      }
    }),
    { numRuns: 15 },
  );
});

test("an event that belongs far back is folded from a milestone, or from the beginning, to the same end", async () => {
  const nerve = await openPlane();
  const [busy, late] = [newKey(), newKey()];
  for (let i = 0; i < 12; i++) await say(nerve, busy, 10 + i * 10, ...Array.from({ length: 500 }, (_, n) => decision(`${i}.${n}`)));
  await readView(nerve);
  expect(readMilestones(nerve).length).toBe(2);
  for (const lamport of [95, 96, 97]) await say(nerve, late, lamport, decision(`late at ${lamport}`));
  const after = gist(await readView(nerve));
  expect(after.state.decisions.size).toBe(6003);
  forgetCache(nerve);
  expect(after).toEqual(gist(await readView(nerve)));
});

test("a log that is taken back takes its events along", async () => {
  const nerve = await openPlane();
  const [one, two] = [newKey(), newKey()];
  await say(nerve, one, 1, decision("stays"));
  await say(nerve, two, 1, decision("goes"));
  expect((await readView(nerve)).state.decisions.size).toBe(2);
  await nerve.log.refs.swap({ ref: logRef(two.id), from: (await readView(nerve)).heads.get(two.id)?.tip ?? null, to: null });
  expect([...(await readView(nerve)).state.decisions.values()].map(({ summary }) => summary)).toEqual(["stays"]);
});

test("a log that was rewound is read as it stands now", async () => {
  const nerve = await openPlane();
  const key = newKey();
  const [first] = await say(nerve, key, 1, decision("first"));
  const [second] = await say(nerve, key, 2, decision("second"));
  await readView(nerve);
  await nerve.log.refs.swap({ ref: logRef(key.id), from: second?.commit ?? null, to: first?.commit ?? null });
  const view = await readView(nerve);
  expect(view.heads.get(key.id)?.seq).toBe(1);
  expect(view.state.decisions.size).toBe(1);
});

test("a log whose tip does not verify counts up to where it does, and is looked at again only when it moves", async () => {
  const nerve = await openPlane();
  const [good, other, stranger] = [newKey(), newKey(), newKey()];
  await say(nerve, good, 1, decision("good"));
  await appendEvents(nerve.log, {
    writer: good.id,
    key: stranger,
    name: "x",
    drafts: [decision("bad")],
    lamport: 1,
    at: "2026-01-02T03:04:05Z",
  });
  const view = await readView(nerve);
  expect(view.faults.get(good.id)?.reason).toContain("did not vouch for");
  expect(view.state.decisions.size).toBe(1);
  await say(nerve, other, 5, decision("elsewhere"));
  const later = await readView(nerve);
  expect(later.faults.get(good.id)).toEqual(view.faults.get(good.id));
  expect(later.state.decisions.size).toBe(2);
});

test("what is damaged in the cache is made anew", async () => {
  const nerve = await openPlane();
  await say(nerve, newKey(), 1, decision("kept"));
  const before = gist(await readView(nerve));
  const file = path.join(nerve.repository.nerveDir, "cache", "view");
  for (const damage of [Buffer.alloc(0), Buffer.from("garbage"), fs.readFileSync(file).subarray(0, 200)]) {
    fs.writeFileSync(file, damage);
    expect(gist(await readView(nerve))).toEqual(before);
  }
});

test("notices wait for the agents of this clone alone, and only once, however often the fold goes back", async () => {
  const nerve = await openPlane();
  const [self, agent, other] = [nerve.writer().key, newKey(), newKey()];
  const joined = { agent: agent.id, name: "a", key: agent.line, worktree: "a", branch: null, base: null, capabilities: [], task: null };
  await say(nerve, self, 1, agentJoined.draft(joined));
  await say(nerve, other, 10, decision("newest"));
  await readView(nerve);
  await say(nerve, newKey(), 5, decision("late"));
  const { pending } = await readView(nerve);
  expect([...pending.keys()]).toEqual([agent.id]);
  expect(pending.get(agent.id)?.map(({ summary }) => summary)).toEqual(["newest", "late"]);
});
