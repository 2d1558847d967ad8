import fc from "fast-check";
import { expect, test } from "vitest";
import { type Decision, type FetchedLive, type FetchedLog, type Relation, reconcileLive, reconcileLogs } from "../../src/sync/reconcile.ts";

const log = (fields: Partial<FetchedLog>): FetchedLog => ({
  ref: "refs/nerveplane/log/w/000001",
  epoch: "000001",
  own: false,
  accepted: "ours",
  fetched: "theirs",
  relation: "ahead",
  good: "theirs",
  fault: null,
  signedTwice: false,
  rewound: false,
  ...fields,
});

const decided = (fields: Partial<FetchedLog>): Partial<Decision>[] => [...reconcileLogs([log(fields)])];

const bad = { commit: "bad", reason: "is not signed" };

test("what goes on from the accepted tip and verifies is accepted; of our own log it is adopted", () => {
  expect(decided({})).toMatchObject([{ kind: "accept", from: "ours", to: "theirs" }]);
  expect(decided({ own: true })).toMatchObject([{ kind: "adopt", from: "ours", to: "theirs" }]);
  expect(decided({ relation: "new", accepted: null })).toMatchObject([{ kind: "accept", from: null, to: "theirs" }]);
});

test("the good part is accepted and the rest quarantined with both tips", () => {
  expect(decided({ good: "middle", fault: bad })).toMatchObject([
    { kind: "accept", from: "ours", to: "middle" },
    { kind: "quarantine", ...bad, tips: { accepted: "middle", fetched: "theirs" } },
  ]);
  expect(decided({ good: "ours", fault: bad })).toMatchObject([{ kind: "quarantine", ...bad }]);
  expect(decided({ relation: "new", accepted: null, good: null, fault: bad })).toMatchObject([{ kind: "quarantine", ...bad }]);
});

test("a log that parts from ours is quarantined; our own, continued in our own hand, is forked", () => {
  for (const relation of ["diverged", "unrelated"] as const) {
    expect(decided({ relation, good: null, fault: bad })).toMatchObject([{ kind: "quarantine", commit: "bad" }]);
    expect(decided({ relation, good: null, fault: bad, own: true })).toMatchObject([{ kind: "quarantine", commit: "bad" }]);
    expect(decided({ relation, signedTwice: true })).toMatchObject([{ kind: "quarantine", commit: "theirs" }]);
    expect(decided({ relation, signedTwice: true, own: true })).toMatchObject([{ kind: "forked", commit: "theirs" }]);
  }
});

test("a remote that is behind is ignored, unless it went back", () => {
  expect(decided({ relation: "behind" })).toMatchObject([{ kind: "ignore" }]);
  expect(decided({ relation: "behind", rewound: true })).toMatchObject([{ kind: "quarantine", commit: "theirs" }]);
  expect(decided({ relation: "behind", rewound: true, own: true })).toMatchObject([{ kind: "ignore" }]);
});

test("nothing new needs no decision, and another epoch is for a newer git nerve", () => {
  expect(decided({ relation: "same" })).toEqual([]);
  expect(decided({ epoch: "000002", relation: "new" })).toMatchObject([{ kind: "ignore", reason: "was made by a newer git nerve" }]);
});

test("whatever a remote shows, a log moves only from its accepted tip to the last commit that verified", () => {
  const relations: Relation[] = ["new", "same", "ahead", "behind", "diverged", "unrelated"];
  const arbitrary = fc.record({
    relation: fc.constantFrom(...relations),
    own: fc.boolean(),
    good: fc.constantFrom("ours", "middle", "theirs", null),
    fault: fc.constantFrom(bad, null),
    signedTwice: fc.boolean(),
    rewound: fc.boolean(),
    epoch: fc.constantFrom("000001", "000002"),
  });
  fc.assert(
    fc.property(arbitrary, (fields) => {
      for (const decision of reconcileLogs([log(fields)])) {
        if (decision.kind !== "accept" && decision.kind !== "adopt") continue;
        expect(decision).toMatchObject({ from: "ours", to: fields.good });
        expect(["new", "ahead"]).toContain(fields.relation);
        expect(decision.kind).toBe(fields.own ? "adopt" : "accept");
      }
    }),
  );
});

const live = (fields: Partial<FetchedLive>): Partial<Decision>[] => [
  ...reconcileLive([{ ref: "r", own: false, held: { commit: "held", counter: 5 }, fetched: "theirs", verdict: 6, ...fields }]),
];

test("a live statement replaces one with a lower counter, and no other", () => {
  expect(live({})).toEqual([{ kind: "accept", ref: "r", from: "held", to: "theirs" }]);
  expect(live({ held: null })).toEqual([{ kind: "accept", ref: "r", from: null, to: "theirs" }]);
  expect(live({ own: true })).toMatchObject([{ kind: "adopt" }]);
  expect(live({ verdict: 5 })).toMatchObject([{ kind: "ignore", reason: "is stale: 5, and 5 is known" }]);
  expect(live({ verdict: "is not here" })).toMatchObject([{ kind: "ignore", reason: "is not here" }]);
  expect(live({ fetched: "held" })).toEqual([]);
});
