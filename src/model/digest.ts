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

/** What another machine said of an agent, if it has the form of a digest. Everything in it is a claim: shown, compared, never opened or run. */
export const digestOf = (value: unknown): Digest | undefined => {
  if (!isRecord(value) || !isRecord(value["presence"])) return;
  const { presence } = value;
  const texts = [value["agent"], value["writer"], value["name"], presence["lastSeen"]];
  const optionalTexts = [value["branch"], value["landing"], presence["startedAt"]];
  const oids = [value["base"], value["head"]];
  const fits =
    texts.every(isText) &&
    optionalTexts.every((text) => text === null || isText(text)) &&
    oids.every((oid) => oid === null || isOid(oid)) &&
    isOid(value["snapshot"]) &&
    Number.isSafeInteger(value["counter"]) &&
    typeof presence["live"] === "boolean" &&
    (presence["pid"] === null || Number.isSafeInteger(presence["pid"])) &&
    isListOf(value["commits"], isOid) &&
    isListOf(value["changes"], isChange) &&
    isListOf(value["notAssessed"], (item) => isRecord(item) && isText(item["path"]) && isText(item["reason"]));
  return fits ? (value as unknown as Digest) : undefined;
};

const statuses: readonly unknown[] = ["added", "modified", "deleted", "renamed"];

const isChange = (item: unknown): boolean =>
  isRecord(item) &&
  isText(item["path"]) &&
  statuses.includes(item["status"]) &&
  [item["oldPath"], item["oldMode"], item["newMode"], item["package"]].every(
    (text) => text === undefined || text === null || isText(text),
  ) &&
  [item["oldBlob"], item["newBlob"]].every((oid) => oid === null || isOid(oid));

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

const isText = (value: unknown): boolean => typeof value === "string" && value.length <= 4096;

const isOid = (value: unknown): boolean => typeof value === "string" && /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(value);

const isListOf = (value: unknown, fits: (item: unknown) => boolean): boolean => Array.isArray(value) && value.every(fits);
