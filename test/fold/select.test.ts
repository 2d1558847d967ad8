import { expect, test } from "vitest";
import { agentLeft } from "../../src/events/agent-left.ts";
import { conflictOpened } from "../../src/events/conflict-opened.ts";
import { conflictResolved } from "../../src/events/conflict-resolved.ts";
import { fold } from "../../src/fold/fold.ts";
import { hasLeft, openConflicts, openConflictsOf, presentAgents, withPrefix } from "../../src/fold/select.ts";
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

test("an agent's open conflicts are those it is part of", () => {
  expect(openConflictsOf(state, alice).map(({ fingerprint }) => fingerprint)).toEqual([first.fingerprint]);
});

test("who left is not present; who never came has not left", () => {
  expect(presentAgents(state).map(({ id }) => id)).toEqual([alice, carol]);
  expect([bob, alice, idOf("stranger")].map((id) => hasLeft(state, id))).toEqual([true, false, false]);
});

test("a prefix finds all that start with it", () => {
  expect(withPrefix(state.conflicts, first.fingerprint.slice(0, 8))).toEqual([state.conflicts.get(first.fingerprint)]);
  expect(withPrefix(state.conflicts, "")).toHaveLength(3);
  expect(withPrefix(state.conflicts, "1")).toEqual([]);
});
