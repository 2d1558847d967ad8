import type { ConflictRecord } from "./conflict.ts";
import type { Position } from "./event.ts";
import type { AgentId, EventId, WriterId } from "./ids.ts";

export interface AgentRecord {
  readonly id: AgentId;
  readonly writer: WriterId;
  name: string;
  /** `ssh-ed25519 …`, as the writer vouched for it. */
  key: string;
  /** Label of the worktree on its machine; a path for local agents, never used to open files of a remote one. */
  worktree: string;
  branch: string | null;
  base: string | null;
  capabilities: readonly string[];
  task: string | null;
  /** What the agent says of itself ("working", "idle", …); "left" after agent_left. */
  status: string;
  joinedAt: string;
}

export interface TaskRecord {
  readonly id: string;
  owner: AgentId | null;
  title: string;
  status: string;
}

export interface DecisionRecord {
  readonly id: EventId;
  readonly by: AgentId | null;
  readonly summary: string;
  readonly rationale: string | null;
  status: "active" | "superseded" | "rejected";
  readonly at: string;
}

export interface Suppression {
  readonly fingerprint: string;
  readonly by: AgentId | null;
  readonly reason: string | null;
  readonly event: EventId;
}

/** The fold of all verified events, in order. Owned by the fold; everybody else reads. */
export interface State {
  readonly agents: Map<AgentId, AgentRecord>;
  /** By fingerprint. Long-gone resolved ones are forgotten (see `fold.ts`). */
  readonly conflicts: Map<string, ConflictRecord>;
  readonly suppressions: Map<string, Suppression>;
  readonly tasks: Map<string, TaskRecord>;
  readonly decisions: Map<EventId, DecisionRecord>;
  /** Keys (writer or agent ids) that were revoked. */
  readonly revoked: Set<string>;
  /** Events folded so far, those that could not be read included. */
  events: number;
  /**
   * Events that were skipped: of unknown type or version, with a body that does not fit, signed by a revoked key or in the name of somebody
   * else's agent. Counted, and the latest 100 remembered.
   */
  unreadableCount: number;
  readonly unreadable: EventId[];
  /** Position of the last event folded; null before the first. */
  last: Position | null;
}
