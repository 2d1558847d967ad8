import { expect, test } from "vitest";
import { conflictDismissed } from "../../src/events/conflict-dismissed.ts";
import { conflictOpened } from "../../src/events/conflict-opened.ts";
import { conflictResolved } from "../../src/events/conflict-resolved.ts";
import { messageSent } from "../../src/events/message-sent.ts";
import { taskClaimed } from "../../src/events/task-claimed.ts";
import { emptyState } from "../../src/fold/empty-state.ts";
import { fold } from "../../src/fold/fold.ts";
import { forgetInterval } from "../../src/fold/forget.ts";
import type { Draft, LogEvent } from "../../src/model/event.ts";
import { alice, conflictBetween, desktop, inTurn, laptop, said, threeAgents } from "../support/plane.ts";

const opened = (place: string) => conflictOpened.draft({ conflict: conflictBetween(["alice", "bob"], { place }) });
const fingerprint = (place: string) => conflictBetween(["alice", "bob"], { place }).fingerprint;
const resolved = (place: string, how: "gone" | "manual") =>
  conflictResolved.draft({ fingerprint: fingerprint(place), how, counters: conflictBetween().counters });

/** Chatter up to and including the event at which the fold forgets. */
const chatter = (from: number): LogEvent[] =>
  Array.from({ length: forgetInterval - from }, (_, index) => said(messageSent.draft({}), { seq: from + index + 1 }));

test("an event from a newer git-nerve is remembered and skipped, and what follows counts", () => {
  const stranger: Draft = { ...messageSent.draft({}), type: "telepathy_received" };
  const newer: Draft = { ...messageSent.draft({}), v: 99 };
  const state = fold(emptyState(), inTurn([stranger, newer, opened("a.ts")]));
  expect(state.unreadable).toEqual([`${laptop}.1.0`, `${laptop}.2.0`]);
  expect(state.unreadableCount).toBe(2);
  expect(state.events).toBe(3);
  expect(state.last).toEqual({ lamport: 3, writer: laptop, seq: 3 });
  expect([...state.conflicts.keys()]).toEqual([fingerprint("a.ts")]);
});

test("all that is unreadable is counted, the latest hundred are named", () => {
  const strangers = inTurn(Array.from({ length: 150 }, () => ({ ...messageSent.draft({}), type: "noise" })));
  const state = fold(emptyState(), strangers);
  expect(state.unreadableCount).toBe(150);
  expect(state.unreadable).toEqual(strangers.slice(50).map(({ id }) => id));
});

test("nobody speaks in the name of another writer's agent", () => {
  const claim = taskClaimed.draft({ task: "T1" }, { agent: alice });
  const borrowed = said(claim, { writer: desktop, signer: desktop, seq: 9 });
  const own = said(claim, { seq: 10 });
  expect(fold(threeAgents(), [borrowed])).toMatchObject({ tasks: new Map(), unreadable: [borrowed.id] });
  expect(fold(threeAgents(), [own]).tasks.get("T1")?.owner).toBe(alice);
});

test("nothing folded leaves the state as it was", () => {
  expect(fold(threeAgents(), [])).toEqual(threeAgents());
});

test("conflicts that were over long ago are forgotten, those that still matter are not", () => {
  const life = inTurn([
    opened("gone.ts"),
    resolved("gone.ts", "gone"),
    opened("dismissed.ts"),
    conflictDismissed.draft({ fingerprint: fingerprint("dismissed.ts") }),
    opened("open.ts"),
    opened("by-hand.ts"),
    resolved("by-hand.ts", "manual"),
  ]);
  const late = chatter(life.length).map((event) => ({ ...event, lamport: event.lamport + 4096 }));
  const state = fold(emptyState(), [...life, ...late]);
  expect([...state.conflicts.values()].map(({ place }) => place)).toEqual(["open.ts", "by-hand.ts"]);
  expect([...state.suppressions.keys()]).toEqual([fingerprint("dismissed.ts")]);

  const again = fold(state, inTurn([opened("dismissed.ts")], { after: 9000 }));
  expect(again.conflicts.has(fingerprint("dismissed.ts"))).toBe(false);
});

test("a conflict that was over 4096 ticks ago or less is still known", () => {
  const life = inTurn([opened("a.ts"), resolved("a.ts", "gone")]);
  const [recent, old] = [4096 + 2, 4096 + 3].map((lamport) => {
    const talk = chatter(life.length).map((event) => ({ ...event, lamport: Math.min(event.lamport, lamport) }));
    const last = { ...talk.at(-1), lamport } as LogEvent;
    return fold(emptyState(), [...life, ...talk.slice(0, -1), last]).conflicts.size;
  });
  expect([recent, old]).toEqual([1, 0]);
});

test("ten thousand conflicts come and go, and the state stays small", () => {
  function* lives(): Generator<LogEvent> {
    for (let round = 0; round < 10_000; round++) {
      yield said(opened(`${round}.ts`), { seq: 2 * round + 1 });
      yield said(resolved(`${round}.ts`, "gone"), { seq: 2 * round + 2 });
    }
  }
  const state = fold(emptyState(), lives());
  expect(state.events).toBe(20_000);
  // What closed within the memory of 4096 ticks, and what piled up since the last round of forgetting: two events a conflict.
  expect(state.conflicts.size).toBeLessThanOrEqual(4096);
});
