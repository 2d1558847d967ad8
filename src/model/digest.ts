import type { ChangeSet } from "./change.ts";
import type { AgentId, WriterId } from "./ids.ts";

/** The process that works in a worktree, so that its end can be seen without asking it. `startedAt` guards against a reused pid. */
export interface Presence {
  readonly pid: number | null;
  /** Start time of the process as the operating system tells it; opaque. */
  readonly startedAt: string | null;
  /** RFC 3339: when something last moved in the worktree, or a command was last run there. */
  readonly lastSeen: string;
  readonly live: boolean;
}

/** A change set without content: what a writer publishes of one of its agents in `refs/nerveplane/live/<writer>`. */
export interface Digest extends ChangeSet {
  readonly agent: AgentId;
  readonly writer: WriterId;
  readonly name: string;
  readonly branch: string | null;
  /** Name of the branch the work will land on. */
  readonly landing: string | null;
  /** The writer's live counter when this digest last changed: newer is fresher. */
  readonly counter: number;
  readonly presence: Presence;
}
