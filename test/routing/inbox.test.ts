import { expect, test } from "vitest";
import { conflictDismissed } from "../../src/events/conflict-dismissed.ts";
import { conflictOpened } from "../../src/events/conflict-opened.ts";
import { conflictResolved } from "../../src/events/conflict-resolved.ts";
import { messageSent } from "../../src/events/message-sent.ts";
import { fold } from "../../src/fold/fold.ts";
import type { Draft, LogEvent } from "../../src/model/event.ts";
import type { Notice } from "../../src/model/notice.ts";
import { inbox } from "../../src/routing/inbox.ts";
import { noticeOf } from "../../src/routing/notice-of.ts";
import { route } from "../../src/routing/route.ts";
import { alice, bob, conflictBetween, inTurn, threeAgents } from "../support/plane.ts";

const conflict = conflictBetween();
const { fingerprint } = conflict;
const opened = conflictOpened.draft({ conflict });
const gone = conflictResolved.draft({ fingerprint, how: "gone", counters: { [alice]: 2, [bob]: 2 } });
const again = conflictOpened.draft({ conflict: conflictBetween(["alice", "bob"], { counters: [3, 3] }) });
const dismissed = conflictDismissed.draft({ fingerprint }, { agent: bob });
const message = messageSent.draft({}, { agent: bob, to: [alice] });

/** What alice is shown after these events, each routed as it arrived. `acknowledged` names events by their place. */
const shown = (drafts: readonly Draft[], acknowledged: readonly number[] = []) => {
  const state = threeAgents();
  const events = inTurn(drafts, { after: 10 });
  const pending: Notice[] = [];
  for (const event of events) {
    fold(state, [event]);
    for (const delivery of route(state, event)) {
      if (delivery.agent === alice) pending.push(noticeOf(state, event, delivery));
    }
  }
  const ids = new Set(acknowledged.map((place) => (events[place] as LogEvent).id));
  const items = inbox(
    state,
    pending.filter(({ id }) => !ids.has(id)),
    ids,
  );
  return items.map(({ id }) => events.findIndex((event) => event.id === id));
};

test.each<[string, Draft[], number[], number[]]>([
  ["messages stay until they are acknowledged", [message, message], [0], [1]],
  ["an open conflict is shown", [opened], [], [0]],
  ["a conflict that came and went unseen leaves nothing", [opened, gone], [], []],
  ["a conflict that was seen is told to be over", [opened, gone], [0], [1]],
  ["that it is over is told once", [opened, gone], [0, 1], []],
  ["opened anew, only the new opening is shown", [opened, gone, again], [], [2]],
  ["opened anew after the first was seen, its end is no news any more", [opened, gone, again], [0], [2]],
  ["a dismissed conflict is not shown", [opened, dismissed], [], []],
  ["other notices keep their order around conflicts", [message, opened, message, gone], [], [0, 2]],
])("%s", (_, drafts, acknowledged, expected) => {
  expect(shown(drafts, acknowledged)).toEqual(expected);
});

test("what a stronger kind took the place of is not told as over, until that is over too", () => {
  const stronger = conflictBetween(["alice", "bob"], { kind: "merge_conflict", counters: [2, 2] });
  const worse = conflictOpened.draft({ conflict: stronger });
  const over = conflictResolved.draft({ fingerprint: stronger.fingerprint, how: "gone", counters: { [alice]: 3, [bob]: 3 } });
  expect(shown([opened, worse, gone], [0])).toEqual([1]);
  expect(shown([opened, worse, gone, over], [0, 1])).toEqual([2, 3]);
});
