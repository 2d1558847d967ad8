import type { LogEvent } from "../model/event.ts";
import { shortId } from "../model/ids.ts";
import type { State } from "../model/state.ts";

/** What the agent that produced the event is called now; the start of its id when it never joined, null for the sensor. */
export const producerName = (state: State, { agent }: LogEvent): string | null =>
  agent === null ? null : (state.agents.get(agent)?.name ?? shortId(agent));
