import { describe, expect, test } from "vitest";
import { agentLeft } from "../../src/events/agent-left.ts";
import { branchReady } from "../../src/events/branch-ready.ts";
import { conflictOpened } from "../../src/events/conflict-opened.ts";
import { conflictResolved } from "../../src/events/conflict-resolved.ts";
import { filesChanged } from "../../src/events/files-changed.ts";
import { eventDefinitions } from "../../src/events/index.ts";
import { keyRevoked } from "../../src/events/key-revoked.ts";
import { messageSent } from "../../src/events/message-sent.ts";
import { taskClaimed } from "../../src/events/task-claimed.ts";
import { taskUpdated } from "../../src/events/task-updated.ts";
import { fold } from "../../src/fold/fold.ts";
import type { LogEvent } from "../../src/model/event.ts";
import { routingRules } from "../../src/model/notice.ts";
import { noticeOf } from "../../src/routing/notice-of.ts";
import { route, rules } from "../../src/routing/route.ts";
import { alice, bob, carol, conflictBetween, desktop, idOf, inTurn, said, threeAgents } from "../support/plane.ts";

const at = { seq: 20, lamport: 20 };

/** Who hears of the last of the events, by which rule. */
const heard = (...events: LogEvent[]) => {
  const state = fold(threeAgents(), events);
  const last = events.at(-1);
  if (!last) throw new Error("nothing was said");
  return Object.fromEntries(route(state, last).map(({ agent, rule }) => [state.agents.get(agent)?.name, rule]));
};

test("the rules stand in the order of their names' strength", () => {
  expect(rules.map(({ name }) => name)).toEqual(routingRules);
});

describe("explicit", () => {
  test("what a pair has as a whole is told once, however often something stronger comes between; a place each time", () => {
    const again = (options: Parameters<typeof conflictBetween>[1]) => {
      const conflict = conflictBetween(["alice", "bob"], options);
      const gone = conflictResolved.draft({ fingerprint: conflict.fingerprint, how: "gone", counters: conflict.counters });
      const opening = conflictOpened.draft({ conflict });
      const [first, end, second] = [opening, gone, opening].map((draft, i) => said(draft, { seq: 20 + i, lamport: 20 + i })) as [
        LogEvent,
        LogEvent,
        LogEvent,
      ];
      return [heard(first), heard(first, end, second)];
    };
    const both = { alice: "explicit", bob: "explicit" };
    expect(again({ kind: "same_package", place: "" })).toEqual([both, {}]);
    expect(again({ kind: "same_file" })).toEqual([both, both]);
  });

  test("those named hear of it and nobody else", () => {
    expect(heard(said(messageSent.draft({}, { agent: alice, to: [bob] }), at))).toEqual({ bob: "explicit" });
  });

  test("even of what nobody hears of otherwise, and of types from a newer git-nerve", () => {
    expect(heard(said(filesChanged.draft({}, { agent: alice, to: [bob] }), at))).toEqual({ bob: "explicit" });
    expect(heard(said({ ...messageSent.draft({}, { to: [bob] }), type: "telepathy_received" }, at))).toEqual({ bob: "explicit" });
  });

  test("each once, never the producer, never a stranger", () => {
    const to = [alice, bob, bob, idOf("stranger"), "__proto__"];
    expect(heard(said(messageSent.draft({}, { agent: alice, to }), at))).toEqual({ bob: "explicit" });
  });
});

describe("task owner", () => {
  const claimed = said(taskClaimed.draft({ task: "T1" }, { agent: alice }), { seq: 10 });

  test.each([
    ["body", taskUpdated.draft({ task: "T1" }, { agent: bob })],
    ["scope", taskUpdated.draft({}, { agent: bob, scope: { task: "T1" } })],
  ])("the owner of the task that the %s names hears of it", (_, draft) => {
    expect(heard(claimed, said(draft, at))).toEqual({ alice: "task-owner" });
  });

  test("the owner does not hear of what it says itself, nor of what nobody hears of", () => {
    expect(heard(claimed, said(taskUpdated.draft({ task: "T1" }, { agent: alice }), at))).toEqual({});
    expect(heard(claimed, said(filesChanged.draft({}, { agent: bob, scope: { task: "T1" } }), at))).toEqual({});
  });

  test("named as well, it hears of it once, as named", () => {
    expect(heard(claimed, said(taskUpdated.draft({ task: "T1" }, { agent: bob, to: [alice, carol] }), at))).toEqual({
      alice: "explicit",
      carol: "explicit",
    });
  });
});

describe("same repository", () => {
  test("what concerns all reaches all but the producer", () => {
    expect(heard(said(branchReady.draft({}, { agent: alice }), at))).toEqual({ bob: "same-repo", carol: "same-repo" });
  });

  test("what the sensor says reaches all: it is no agent", () => {
    expect(Object.keys(heard(said(branchReady.draft({}), at)))).toEqual(["alice", "bob", "carol"]);
  });

  test("agents that left get nothing", () => {
    const left = said(agentLeft.draft({ agent: bob }), { seq: 10 });
    expect(heard(left, said(branchReady.draft({}, { agent: alice }), at))).toEqual({ carol: "same-repo" });
    expect(heard(left, said(messageSent.draft({}, { agent: alice, to: [bob] }), at))).toEqual({});
  });

  test("of types that concern nobody, nobody hears", () => {
    const state = threeAgents();
    for (const definition of eventDefinitions.filter(({ audience }) => audience !== "repository")) {
      expect(route(state, said(definition.draft({}, { agent: alice }), at))).toEqual([]);
    }
  });
});

describe("conflicts", () => {
  const conflict = conflictBetween(["alice", "carol"]);
  const draft = conflictOpened.draft({ conflict }, { to: [alice, bob, carol] });
  const opened = said(draft, { seq: 10 });
  const echoed = said(draft, { writer: desktop, seq: 10, lamport: 11 });
  const counters = conflict.counters;
  const gone = conflictResolved.draft({ fingerprint: conflict.fingerprint, how: "gone", counters }, { to: [alice, bob, carol] });

  test("reach the agents in conflict, whomever the event may name besides", () => {
    expect(heard(opened)).toEqual({ alice: "explicit", carol: "explicit" });
  });

  test("stated by two writers are delivered once", () => {
    expect(heard(opened, echoed)).toEqual({});
    const state = fold(threeAgents(), [opened, echoed]);
    expect([opened, echoed].flatMap((event) => route(state, event))).toHaveLength(2);
  });

  test("that are over are told by the event that ended them", () => {
    const ended = said(gone, { seq: 12 });
    expect(heard(opened, ended)).toEqual({ alice: "explicit", carol: "explicit" });
    expect(heard(opened, ended, said(gone, { writer: desktop, seq: 13 }))).toEqual({});
  });

  test("opened anew are delivered anew", () => {
    expect(heard(opened, said(gone, { seq: 12 }), said(draft, { seq: 13 }))).toEqual({ alice: "explicit", carol: "explicit" });
  });

  test("resolved by one of the agents are told to the other", () => {
    const byHand = conflictResolved.draft({ fingerprint: conflict.fingerprint, how: "manual", counters }, { agent: alice });
    expect(heard(opened, said(byHand, { seq: 12 }))).toEqual({ carol: "explicit" });
  });

  test("that do not parse reach nobody", () => {
    expect(heard(said({ ...draft, body: {} }, at))).toEqual({});
  });
});

test("an event that does not count reaches nobody", () => {
  const draft = messageSent.draft({}, { agent: alice, to: [bob] });
  expect(heard(said(draft, { ...at, writer: desktop, signer: desktop }))).toEqual({});
  expect(heard(said(keyRevoked.draft({ key: alice }), { seq: 10 }), said(draft, at))).toEqual({});
});

test("every reason is a sentence that tells the recipient why", () => {
  const claimed = said(taskClaimed.draft({ task: "T1" }, { agent: carol }), { writer: desktop, seq: 5 });
  const opened = said(conflictOpened.draft({ conflict: conflictBetween() }), { seq: 10 });
  const state = fold(threeAgents(), [claimed, opened]);
  const reasons = [
    said(messageSent.draft({}, { agent: alice, to: [bob] }), at),
    said(messageSent.draft({}, { to: [bob] }), at),
    said(taskUpdated.draft({ task: "T1" }), at),
    said(branchReady.draft({}, { agent: alice }), at),
    opened,
  ].map((event) => route(state, event)[0]?.reason);
  expect(reasons).toEqual([
    "alice addressed this to you.",
    "The sensor addressed this to you.",
    "It is about the task T1, which is yours.",
    "It concerns everybody who works in this repository.",
    expect.stringMatching(/^You are in this conflict with (alice|bob)\.$/),
  ]);
});

test("a notice carries what the recipient needs of the event", () => {
  const event = said(messageSent.draft({ text: "hi" }, { agent: alice, to: [bob], summary: "hi", requiredAction: "answer" }), at);
  const state = fold(threeAgents(), inTurn([]));
  const [delivery] = route(state, event);
  expect(delivery && noticeOf(state, event, delivery)).toEqual({
    id: event.id,
    type: "message_sent",
    severity: "low",
    summary: "hi",
    requiredAction: "answer",
    rule: "explicit",
    reason: "alice addressed this to you.",
    from: "alice",
    agent: alice,
    at: event.at,
    scope: {},
  });
});
