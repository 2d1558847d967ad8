import type { JsonObject } from "../base/canonical-json.ts";
import type { AgentId, EventId, Oid, WriterId } from "./ids.ts";
import type { Severity } from "./severity.ts";

/** What an event is about. Only the fields that apply are present. */
export interface Scope {
  readonly files?: readonly string[];
  readonly symbols?: readonly string[];
  readonly contracts?: readonly string[];
  readonly services?: readonly string[];
  readonly task?: string;
  readonly branch?: string;
}

/** Something to look at: a commit, a file, a URL. */
export interface Artifact {
  readonly type: string;
  readonly ref: string;
  readonly summary?: string;
}

/** An event that nobody has signed yet. */
export interface Draft {
  readonly type: string;
  /** Version of the type's body. */
  readonly v: number;
  /** Who produced it; null for the sensor. */
  readonly agent: AgentId | null;
  readonly severity: Severity;
  /** One line for a person. */
  readonly summary: string;
  readonly scope: Scope;
  readonly artifacts: readonly Artifact[];
  readonly requiredAction: string | null;
  /** Explicit recipients. */
  readonly to: readonly AgentId[];
  /** By type; see `src/events/`. */
  readonly body: JsonObject;
}

/** A draft that was signed, chained and verified. */
export interface LogEvent extends Draft {
  readonly id: EventId;
  /** Wall time of the signer, RFC 3339. For display only: it never orders. */
  readonly at: string;
  readonly writer: WriterId;
  readonly seq: number;
  readonly lamport: number;
  readonly commit: Oid;
  /** The id of the key that signed: the writer's, or one of its agents'. */
  readonly signer: WriterId | AgentId;
}

/** Position in the one order all clones agree on: lamport, then writer, then seq, then place in the batch. */
export type Position = Pick<LogEvent, "lamport" | "writer" | "seq">;

/** Total order of commits of all logs. Events of one commit keep the order they were written in. */
export const comparePosition = (a: Position, b: Position): number =>
  a.lamport - b.lamport || (a.writer < b.writer ? -1 : a.writer > b.writer ? 1 : a.seq - b.seq);
