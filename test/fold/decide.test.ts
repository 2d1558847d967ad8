import { describe, expect, test } from "vitest";
import { agentLeft } from "../../src/events/agent-left.ts";
import { conflictDismissed } from "../../src/events/conflict-dismissed.ts";
import { conflictOpened } from "../../src/events/conflict-opened.ts";
import { conflictResolved } from "../../src/events/conflict-resolved.ts";
import { decide } from "../../src/fold/decide.ts";
import { fold } from "../../src/fold/fold.ts";
import type { Conflict } from "../../src/model/conflict.ts";
import type { Draft } from "../../src/model/event.ts";
import { alice, bob, carol, conflictBetween, inTurn, threeAgents } from "../support/plane.ts";

const conflict = conflictBetween(["alice", "bob"], { counters: [2, 2] });
const { fingerprint } = conflict;
const at = (one: number, two: number): Conflict => conflictBetween(["alice", "bob"], { counters: [one, two] });
const open = conflictOpened.draft({ conflict });
const byHand = conflictResolved.draft({ fingerprint, how: "manual", counters: {} });
const gone = conflictResolved.draft({ fingerprint, how: "gone", counters: at(3, 3).counters });
const dismissed = conflictDismissed.draft({ fingerprint });

const stateAfter = (...drafts: Draft[]) => fold(threeAgents(), inTurn(drafts, { after: 10 }));
const looked = (counters: Record<string, number>) => new Map(Object.entries(counters));
const both = looked({ [alice]: 5, [bob]: 5 });
const types = (drafts: readonly Draft[]) => drafts.map(({ type }) => type);

describe("what is seen", () => {
  test("and not known is opened, addressed to its agents and saying what to do", () => {
    expect(decide(stateAfter(), [conflict], both)).toEqual([
      {
        ...open,
        agent: null,
        severity: "high",
        summary: conflict.summary,
        scope: { files: ["a.ts"] },
        requiredAction: "Agree on who goes first.",
        to: conflict.agents.map(({ id }) => id),
      },
    ]);
  });

  test("twice in one look is one conflict", () => {
    expect(types(decide(stateAfter(), [conflict, at(2, 2)], both))).toEqual(["conflict_opened"]);
  });

  test.each<[string, Draft[], Conflict, string[]]>([
    ["and open already says nothing", [open], at(5, 5), []],
    [
      "and told as something milder says it again",
      [conflictOpened.draft({ conflict: { ...conflict, severity: "low" } })],
      at(5, 5),
      ["conflict_opened"],
    ],
    ["and resolved by hand says nothing", [open, byHand], at(5, 5), []],
    ["again after it was gone opens anew", [open, gone], at(5, 5), ["conflict_opened"]],
    ["in a view from before it went says nothing", [open, gone], at(2, 3), []],
    ["and dismissed says nothing", [open, dismissed], at(5, 5), []],
    ["and dismissed before it was ever open says nothing", [dismissed], at(5, 5), []],
  ])("%s", (_, history, seen, expected) => {
    expect(types(decide(stateAfter(...history), [seen], both))).toEqual(expected);
  });

  test("over a thousand files names the first hundred, so that the body stays within its limit", () => {
    const files = Array.from({ length: 1000 }, (_, index) => `${index}.ts`);
    const [draft] = decide(stateAfter(), [{ ...conflict, files }], both);
    expect(draft?.scope.files).toEqual(files.slice(0, 100));
    expect(draft?.body["conflict"]).toMatchObject({ files: files.slice(0, 100) });
  });
});

describe("what is not seen any more", () => {
  test("is gone, at the counters that were looked at, and its agents are told", () => {
    const [draft, ...rest] = decide(stateAfter(open), [], looked({ [alice]: 5, [bob]: 6, [carol]: 7 }));
    expect(rest).toEqual([]);
    expect(draft).toMatchObject({
      type: "conflict_resolved",
      agent: null,
      scope: { files: ["a.ts"] },
      to: conflict.agents.map(({ id }) => id),
      body: { fingerprint, how: "gone", counters: { [alice]: 5, [bob]: 6 } },
    });
    expect(draft?.body["counters"]).toEqual({ [alice]: 5, [bob]: 6 });
  });

  test.each<[string, Draft[], Record<string, number>, string[]]>([
    ["but only one of its agents was looked at: nothing", [open], { [alice]: 5 }, []],
    ["and nobody looked: nothing", [open], {}, []],
    ["in a view older than the one that opened it: nothing", [open], { [alice]: 1, [bob]: 2 }, []],
    ["after it was resolved by hand: gone, so that it may open again", [open, byHand], { [alice]: 5, [bob]: 5 }, ["conflict_resolved"]],
    ["and was gone already: nothing", [open, gone], { [alice]: 5, [bob]: 5 }, []],
    ["and was dismissed: nothing", [open, dismissed], { [alice]: 5, [bob]: 5 }, []],
    ["because one agent left: gone, without looking there", [open, agentLeft.draft({ agent: bob })], { [alice]: 5 }, ["conflict_resolved"]],
    [
      "because both left: gone, without looking at all",
      [open, agentLeft.draft({ agent: bob }), agentLeft.draft({ agent: alice })],
      {},
      ["conflict_resolved"],
    ],
  ])("%s", (_, history, counters, expected) => {
    expect(types(decide(stateAfter(...history), [], looked(counters)))).toEqual(expected);
  });

  test("a stronger kind seen in its place opens and the weaker one is gone", () => {
    const stronger = conflictBetween(["alice", "bob"], { kind: "merge_conflict", counters: [5, 5] });
    expect(types(decide(stateAfter(open), [stronger], both))).toEqual(["conflict_opened", "conflict_resolved"]);
  });
});
