import type { LogEvent } from "../model/event.ts";
import type { AgentId } from "../model/ids.ts";
import type { State } from "../model/state.ts";

type Signed = Pick<LogEvent, "writer" | "signer">;

/**
 * Whether the event may speak for the agent: the agent signed it itself, or the writer it belongs to did. An agent belongs to the writer that
 * first vouched for it, and what is said of it in any other log does not count. An agent nobody has vouched for belongs to whoever speaks of it.
 */
export const speaksFor = (state: State, { writer, signer }: Signed, agent: AgentId): boolean =>
  (state.agents.get(agent)?.writer ?? writer) === writer && (signer === agent || signer === writer);
