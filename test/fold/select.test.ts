import { expect, test } from "vitest";
import { agentLeft } from "../../src/events/agent-left.ts";
import { conflictOpened } from "../../src/events/conflict-opened.ts";
import { conflictResolved } from "../../src/events/conflict-resolved.ts";
import { fold } from "../../src/fold/fold.ts";
import { hasLeft, openConflicts, presentAgents } from "../../src/fold/select.ts";
import { alice, bob, carol, conflictBetween, idOf, inTurn, threeAgents } from "../support/plane.ts";

const [first, second, third] = [conflictBetween(["alice", "bob"]), conflictBetween(["alice", "carol"]), conflictBetween(["bob", "carol"])];
const state = fold(
  threeAgents(),
  inTurn(
    [
      ...[first, second, third].map((conflict) => conflictOpened.draft({ conflict })),
      conflictResolved.draft({ fingerprint: second.fingerprint, how: "gone", counters: {} }),
      agentLeft.draft({ agent: bob }),
    ],
    { after: 10 },
  ),
);

test("open conflicts are those nobody closed, oldest first", () => {
  expect(openConflicts(state).map(({ fingerprint }) => fingerprint)).toEqual([first.fingerprint, third.fingerprint]);
});

test("who left is not present; who never came has not left", () => {
  expect(presentAgents(state).map(({ id }) => id)).toEqual([alice, carol]);
  expect([bob, alice, idOf("stranger")].map((id) => hasLeft(state, id))).toEqual([true, false, false]);
});
