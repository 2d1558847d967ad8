import type { ConflictRecord } from "../model/conflict.ts";
import type { AgentId } from "../model/ids.ts";
import type { AgentRecord, State } from "../model/state.ts";

/** Conflicts nobody closed, oldest first. */
export const openConflicts = (state: State): ConflictRecord[] => [...state.conflicts.values()].filter(({ status }) => status === "open");

/** Agents that joined and did not leave. Whether a process works there right now is for their digests to say. */
export const presentAgents = (state: State): AgentRecord[] => [...state.agents.values()].filter(({ status }) => status !== "left");

/** Whether the agent is known to have left. False for one that never joined. */
export const hasLeft = (state: State, agent: AgentId): boolean => state.agents.get(agent)?.status === "left";
