import { describe, expect, test } from "vitest";
import { conflictDismissed } from "../../src/events/conflict-dismissed.ts";
import { conflictOpened } from "../../src/events/conflict-opened.ts";
import { conflictResolved } from "../../src/events/conflict-resolved.ts";
import { fold } from "../../src/fold/fold.ts";
import { conflictId } from "../../src/model/conflict.ts";
import type { Draft } from "../../src/model/event.ts";
import type { Severity } from "../../src/model/severity.ts";
import { alice, bob, conflictBetween, idOf, inTurn, laptop, threeAgents } from "../support/plane.ts";

type Counters = readonly [number, number];
const { fingerprint } = conflictBetween();
const opened = (counters: Counters = [1, 1]) => conflictOpened.draft({ conflict: conflictBetween(["alice", "bob"], { counters }) });
const gone = (counters: Counters) =>
  conflictResolved.draft({ fingerprint, how: "gone", counters: { [alice]: counters[0], [bob]: counters[1] } });
const manual = (counters: Counters = [1, 1]) =>
  conflictResolved.draft({ fingerprint, how: "manual", counters: { [alice]: counters[0], [bob]: counters[1] }, reason: "we talked" });
const dismissed = conflictDismissed.draft({ fingerprint, reason: "known" }, { agent: alice });

/** The record after these statements; the first one is event 11. */
const recordAfter = (...drafts: Draft[]) => fold(threeAgents(), inTurn(drafts, { after: 10 })).conflicts.get(fingerprint);
const event = (place: number) => `${laptop}.${10 + place}.0`;

describe("opened", () => {
  test("the first statement stands, whoever repeats it", () => {
    const record = recordAfter(opened([1, 1]), opened([5, 5]));
    expect(record).toEqual({
      ...conflictBetween(),
      id: conflictId(fingerprint),
      status: "open",
      present: true,
      openings: 1,
      openedBy: event(1),
      openedAt: "2030-01-01T00:00:00Z",
      closedBy: null,
      closedReason: null,
      settled: null,
    });
  });

  test("what became graver is told again, what became milder is not", () => {
    const as = (severity: Severity, counters: Counters) =>
      conflictOpened.draft({ conflict: { ...conflictBetween(["alice", "bob"], { counters }), severity } });
    expect(recordAfter(as("low", [1, 1]), as("high", [2, 1]))).toMatchObject({ severity: "high", openings: 2, openedBy: event(2) });
    expect(recordAfter(as("high", [1, 1]), as("low", [2, 1]))).toMatchObject({ severity: "high", openings: 1, openedBy: event(1) });
    expect(recordAfter(as("low", [2, 1]), as("high", [1, 1]))).toMatchObject({ severity: "low", openings: 1 });
    expect(recordAfter(as("low", [1, 1]), manual(), as("high", [2, 1]))).toMatchObject({ severity: "low", status: "resolved" });
    expect(recordAfter(as("low", [1, 1]), dismissed, as("high", [2, 1]))).toMatchObject({ severity: "low", status: "dismissed" });
  });

  test("with a borrowed fingerprint it counts for nothing", () => {
    const { fingerprint: other } = conflictBetween(["alice", "bob"], { place: "b.ts" });
    const forged = conflictOpened.draft({ conflict: { ...conflictBetween(), fingerprint: other } });
    const state = fold(threeAgents(), inTurn([forged], { after: 10 }));
    expect(state.conflicts.size).toBe(0);
    expect(state.unreadable).toEqual([event(1)]);
  });
});

test.each([
  [31, 1],
  [10_000, 0],
])("evidence nested %i deep: %i conflict", (depth, expected) => {
  const evidence = { nested: JSON.parse("[".repeat(depth) + "]".repeat(depth)) };
  const state = fold(threeAgents(), inTurn([conflictOpened.draft({ conflict: { ...conflictBetween(), evidence } })], { after: 10 }));
  expect(state.conflicts.size).toBe(expected);
});

describe("gone", () => {
  test("closes an open conflict", () => {
    expect(recordAfter(opened(), gone([2, 1]))).toMatchObject({ status: "resolved", present: false, closedBy: event(2), settled: 12 });
  });

  test("seen again afterwards it opens anew, with nothing left of its end", () => {
    expect(recordAfter(opened(), gone([2, 1]), opened([3, 1]))).toMatchObject({
      status: "open",
      present: true,
      openedBy: event(3),
      closedBy: null,
      closedReason: null,
      settled: null,
    });
  });

  test("said twice, the first one closed it, and the fresher view is the one to beat", () => {
    expect(recordAfter(opened(), gone([2, 1]), gone([4, 1]))).toMatchObject({ closedBy: event(2), counters: { [alice]: 4, [bob]: 1 } });
    expect(recordAfter(opened(), gone([2, 1]), gone([4, 1]), opened([3, 1]))?.status).toBe("resolved");
  });

  test("of a conflict nobody knows leaves nothing", () => {
    expect(recordAfter(gone([2, 1]))).toBeUndefined();
  });

  test("may leave out an agent that left, whose counter is kept", () => {
    const alone = conflictResolved.draft({ fingerprint, how: "gone", counters: { [alice]: 2 } });
    expect(recordAfter(opened([1, 7]), alone)).toMatchObject({ present: false, counters: { [alice]: 2, [bob]: 7 } });
  });
});

describe("a view that is older than the standing one changes nothing", () => {
  test.each<[string, Draft[], object]>([
    ["gone, from before it was opened", [opened([2, 2]), gone([1, 2])], { status: "open", present: true }],
    ["opened, from before it went", [opened(), gone([3, 1]), opened([2, 1])], { status: "resolved", present: false }],
    ["resolved by hand, from before it was opened", [opened([2, 2]), manual([1, 1])], { status: "open" }],
    ["gone, of the same age: the later word counts", [opened([2, 2]), gone([2, 2])], { status: "resolved" }],
    ["gone, newer of one and older of the other: the later word counts", [opened([2, 2]), gone([3, 1])], { status: "resolved" }],
    ["opened, newer of one and older of the other", [opened(), gone([3, 3]), opened([4, 2])], { status: "open" }],
  ])("%s", (_, drafts, expected) => {
    expect(recordAfter(...drafts)).toMatchObject(expected);
  });

  test("agents that only one statement knows of do not age it", () => {
    const other = conflictResolved.draft({ fingerprint, how: "gone", counters: { [idOf("zoe")]: 0 } });
    expect(recordAfter(opened([9, 9]), other)?.status).toBe("resolved");
  });
});

describe("resolved by hand", () => {
  test("closes, but is still seen", () => {
    expect(recordAfter(opened(), manual())).toMatchObject({
      status: "resolved",
      present: true,
      closedBy: event(2),
      closedReason: "we talked",
      settled: null,
    });
  });

  test("seen on, it stays resolved", () => {
    expect(recordAfter(opened(), manual(), opened([5, 5]))).toMatchObject({ status: "resolved", openedBy: event(1) });
  });

  test("gone afterwards, the hand that closed it stands", () => {
    expect(recordAfter(opened(), manual(), gone([2, 2]))).toMatchObject({
      status: "resolved",
      present: false,
      closedBy: event(2),
      settled: 13,
    });
  });

  test("gone and seen again, it opens anew", () => {
    expect(recordAfter(opened(), manual(), gone([2, 2]), opened([3, 3]))).toMatchObject({ status: "open", openedBy: event(4) });
  });
});

describe("dismissed", () => {
  test("closes and writes a suppression that names who and why", () => {
    const state = fold(threeAgents(), inTurn([opened(), dismissed], { after: 10 }));
    expect(state.conflicts.get(fingerprint)).toMatchObject({ status: "dismissed", closedBy: event(2), closedReason: "known", settled: 12 });
    expect(state.suppressions.get(fingerprint)).toEqual({ fingerprint, by: alice, reason: "known", event: event(2) });
  });

  test("nothing brings it back", () => {
    expect(recordAfter(opened(), dismissed, gone([2, 2]), opened([3, 3]), manual([4, 4]))).toMatchObject({
      status: "dismissed",
      openedBy: event(1),
      closedBy: event(2),
      counters: conflictBetween().counters,
      settled: 12,
    });
  });

  test("before it was ever seen, it never opens", () => {
    expect(recordAfter(dismissed, opened())).toBeUndefined();
  });

  test("twice, the first one stands", () => {
    const again = conflictDismissed.draft({ fingerprint, reason: "again" }, { agent: bob });
    expect(recordAfter(opened(), dismissed, again)?.closedBy).toBe(event(2));
  });
});
