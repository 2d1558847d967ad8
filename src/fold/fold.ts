import { findEventDefinition } from "../events/index.ts";
import type { LogEvent } from "../model/event.ts";
import type { EventId } from "../model/ids.ts";
import type { State } from "../model/state.ts";
import { forgetInterval, forgetSettled } from "./forget.ts";
import { isHeeded } from "./is-heeded.ts";

/**
 * Brings the state up to date by verified events, in place, and returns it. The events must come in the order of `comparePosition` and after
 * `state.last`: the same events then give every clone the same state, in however many portions they are folded. What cannot be read is
 * remembered and skipped, so nothing in an event makes this throw. Linear in the number of events.
 */
export const fold = (state: State, events: Iterable<LogEvent>): State => {
  for (const event of events) {
    state.events += 1;
    state.last = { lamport: event.lamport, writer: event.writer, seq: event.seq };
    const applied = isHeeded(state, event) && findEventDefinition(event.type, event.v)?.apply(state, event);
    if (!applied) remember(state, event.id);
    if (state.events % forgetInterval === 0) forgetSettled(state, event.lamport);
  }
  return state;
};

const remembered = 100;

const remember = (state: State, id: EventId): void => {
  state.unreadableCount += 1;
  state.unreadable.push(id);
  if (state.unreadable.length > remembered) state.unreadable.shift();
};
