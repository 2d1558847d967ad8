import fc from "fast-check";
import { expect, test } from "vitest";
import { decide } from "../../src/fold/decide.ts";
import { emptyState } from "../../src/fold/empty-state.ts";
import { fold } from "../../src/fold/fold.ts";
import { comparePosition, type LogEvent } from "../../src/model/event.ts";
import { alice, bob, carol, inTurn } from "../support/plane.ts";
import { someConflict, someLogs } from "./history.ts";

const inOrder = (logs: readonly LogEvent[][]): LogEvent[] => logs.flat().sort(comparePosition);

/** One way in which the logs may arrive: each in its own order, mixed as `turns` says. */
const interleaved = (logs: readonly LogEvent[][], turns: readonly number[]): LogEvent[] => {
  const rest = logs.map((log) => [...log]);
  const arrived: LogEvent[] = [];
  for (const turn of turns) arrived.push(...(rest[turn % rest.length]?.splice(0, 1) ?? []));
  return [...arrived, ...rest.toReversed().flat()];
};

test("however the logs arrive, there is one state", () => {
  fc.assert(
    fc.property(someLogs, fc.array(fc.nat(2)), (logs, turns) => {
      const arrived = interleaved(logs, turns);
      expect(arrived).toHaveLength(logs.flat().length);
      expect(fold(emptyState(), arrived.sort(comparePosition))).toEqual(fold(emptyState(), inOrder(logs)));
    }),
  );
});

test("folding in portions, with the state put away and taken up again, is folding at once", () => {
  fc.assert(
    fc.property(someLogs, fc.nat(), (logs, cut) => {
      const events = inOrder(logs);
      const at = cut % (events.length + 1);
      const half = structuredClone(fold(emptyState(), events.slice(0, at)));
      expect(fold(half, events.slice(at))).toEqual(fold(emptyState(), events));
    }),
  );
});

test("the order in which records stand is part of the state", () => {
  fc.assert(
    fc.property(someLogs, fc.nat(), (logs, cut) => {
      const events = inOrder(logs);
      const at = cut % (events.length + 1);
      const whole = fold(emptyState(), events);
      const pieced = fold(fold(emptyState(), events.slice(0, at)), events.slice(at));
      expect([...pieced.conflicts.keys()]).toEqual([...whole.conflicts.keys()]);
      expect([...pieced.agents.keys()]).toEqual([...whole.agents.keys()]);
    }),
  );
});

const someView = fc.record({
  seen: fc.array(someConflict),
  looked: fc.uniqueArray(fc.tuple(fc.constantFrom(alice, bob, carol), fc.nat(5)), { selector: ([agent]) => agent }),
});

test("deciding twice writes once", () => {
  fc.assert(
    fc.property(someLogs, someView, (logs, { seen, looked }) => {
      const state = fold(emptyState(), inOrder(logs));
      const among = new Map(looked);
      const drafts = decide(state, seen, among);
      fold(state, inTurn(drafts, { after: 1000 }));
      expect(decide(state, seen, among)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("deciding changes nothing", () => {
  fc.assert(
    fc.property(someLogs, someView, (logs, { seen, looked }) => {
      const state = fold(emptyState(), inOrder(logs));
      const before = structuredClone(state);
      decide(state, seen, new Map(looked));
      expect(state).toEqual(before);
    }),
  );
});
