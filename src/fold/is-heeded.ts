import { speaksFor } from "../events/authority.ts";
import type { LogEvent } from "../model/event.ts";
import type { State } from "../model/state.ts";

/** Whether an event counts at all: its keys were not revoked, and the agent it says it comes from is one its signer may speak for. */
export const isHeeded = (state: State, event: LogEvent): boolean =>
  !state.revoked.has(event.writer) && !state.revoked.has(event.signer) && (event.agent === null || speaksFor(state, event, event.agent));
