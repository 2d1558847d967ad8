import fc from "fast-check";
import { agentLeft } from "../../src/events/agent-left.ts";
import { agentStatusChanged } from "../../src/events/agent-status-changed.ts";
import { conflictDismissed } from "../../src/events/conflict-dismissed.ts";
import { conflictOpened } from "../../src/events/conflict-opened.ts";
import { conflictResolved } from "../../src/events/conflict-resolved.ts";
import { decisionRecorded } from "../../src/events/decision-recorded.ts";
import { keyRevoked } from "../../src/events/key-revoked.ts";
import { messageSent } from "../../src/events/message-sent.ts";
import { taskClaimed } from "../../src/events/task-claimed.ts";
import { taskHandoffRequested } from "../../src/events/task-handoff-requested.ts";
import { taskUpdated } from "../../src/events/task-updated.ts";
import type { Conflict } from "../../src/model/conflict.ts";
import type { Draft, LogEvent } from "../../src/model/event.ts";
import { eventId } from "../../src/model/ids.ts";
import { alice, bob, carol, conflictBetween, desktop, idOf, joining, laptop, said } from "../support/plane.ts";

const names = ["alice", "bob", "carol"] as const;
const agent = fc.constantFrom(alice, bob, carol);
const task = fc.constantFrom("T1", "T2");
const counter = fc.integer({ min: 0, max: 4 });

/** A conflict between two of three agents at one of two places. */
export const someConflict: fc.Arbitrary<Conflict> = fc
  .tuple(fc.constantFrom(...[0, 1, 2]), fc.constantFrom("a.ts", "b.ts"), counter, counter)
  .map(([left, place, one, two]) => {
    const [first = "alice", second = "bob"] = names.filter((_, index) => index !== left);
    return conflictBetween([first, second], { place, counters: [one, two] });
  });

const someDraft: fc.Arbitrary<Draft> = fc.oneof(
  fc.constantFrom(...names).map((name) => joining(name)),
  agent.map((id) => agentLeft.draft({ agent: id })),
  agent.map((id) => agentStatusChanged.draft({ status: "testing" }, { agent: id })),
  { weight: 4, arbitrary: someConflict.map((conflict) => conflictOpened.draft({ conflict })) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(someConflict, fc.constantFrom("gone" as const, "manual" as const))
      .map(([{ fingerprint, counters }, how]) => conflictResolved.draft({ fingerprint, how, counters })),
  },
  someConflict.map(({ fingerprint }) => conflictDismissed.draft({ fingerprint })),
  fc.tuple(task, agent).map(([id, by]) => taskClaimed.draft({ task: id }, { agent: by })),
  fc.tuple(task, agent).map(([id, by]) => taskHandoffRequested.draft({ task: id }, { agent: by })),
  task.map((id) => taskUpdated.draft({ task: id, status: "done" })),
  fc.constant(decisionRecorded.draft({})),
  fc.constantFrom(idOf("alice"), desktop).map((key) => keyRevoked.draft({ key })),
  fc.constant({ ...messageSent.draft({}), type: "telepathy_received" }),
  fc.constant({ ...conflictOpened.draft({ conflict: conflictBetween() }), body: { conflict: "none" } }),
);

/** The logs of three writers: commits of one to three drafts each, with clocks that only go forward. */
export const someLogs: fc.Arbitrary<LogEvent[][]> = fc.tuple(...[laptop, desktop, idOf("tablet")].map(someLog));

function someLog(writer: string): fc.Arbitrary<LogEvent[]> {
  const commit = fc.record({ step: fc.integer({ min: 1, max: 3 }), drafts: fc.array(someDraft, { minLength: 1, maxLength: 3 }) });
  return fc.array(commit, { maxLength: 25 }).map((commits) => {
    let lamport = 0;
    return commits.flatMap(({ step, drafts }, index) => {
      lamport += step;
      const position = { writer, seq: index + 1, lamport };
      return drafts.map((draft, place) => said(draft, { ...position, id: eventId(writer, index + 1, place) }));
    });
  });
}
