import { base32 } from "../../src/base/base32.ts";
import { sha256 } from "../../src/base/sha256.ts";
import { agentJoined } from "../../src/events/agent-joined.ts";
import { emptyState } from "../../src/fold/empty-state.ts";
import { fold } from "../../src/fold/fold.ts";
import { type Conflict, type ConflictKind, fingerprintOf } from "../../src/model/conflict.ts";
import type { Draft, LogEvent } from "../../src/model/event.ts";
import { eventId } from "../../src/model/ids.ts";
import type { State } from "../../src/model/state.ts";

/** The id of an invented key: the same name always has the same one. */
export const idOf = (name: string): string => base32(sha256(name), 20);

export const laptop = idOf("laptop");
export const desktop = idOf("desktop");
export const alice = idOf("alice");
export const bob = idOf("bob");
export const carol = idOf("carol");

/** A verified event as the log would hand it over. Signed by the writer, unless an agent produced it. */
export const said = (draft: Draft, fields: Partial<LogEvent> = {}): LogEvent => {
  const writer = fields.writer ?? laptop;
  const seq = fields.seq ?? 1;
  return {
    ...draft,
    id: eventId(writer, seq, 0),
    at: "2030-01-01T00:00:00Z",
    writer,
    seq,
    lamport: fields.lamport ?? seq,
    commit: "0".repeat(40),
    signer: fields.agent ?? draft.agent ?? writer,
    ...fields,
  };
};

/** Drafts that one writer says one after the other, as the log would hand them over. */
export const inTurn = (drafts: readonly Draft[], { writer = laptop, after = 0 } = {}): LogEvent[] =>
  drafts.map((draft, index) => said(draft, { writer, seq: after + index + 1 }));

/** `agent_joined` for the agent of that name. */
export const joining = (name: string, fields: Partial<Parameters<typeof agentJoined.draft>[0]> = {}): Draft =>
  agentJoined.draft({
    agent: idOf(name),
    name,
    key: `ssh-ed25519 ${Buffer.from(name).toString("base64")}`,
    worktree: `/trees/${name}`,
    branch: name,
    base: "main",
    capabilities: [],
    task: null,
    ...fields,
  });

/** A conflict between two named agents at a place, seen at the given counters. */
export const conflictBetween = (
  [first, second]: readonly [string, string] = ["alice", "bob"],
  options: { kind?: ConflictKind; place?: string; counters?: readonly [number, number]; files?: readonly string[] } = {},
): Conflict => {
  const { kind = "same_file", place = "a.ts", counters = [1, 1], files = [place] } = options;
  const parties = [first, second].map((name) => ({ id: idOf(name), name, branch: name }));
  const [one, two] = [idOf(first), idOf(second)];
  return {
    kind,
    severity: "high",
    place,
    files,
    symbols: [],
    summary: `${first} and ${second} both change ${place}`,
    evidence: {},
    suggestedAction: "Agree on who goes first.",
    fingerprint: fingerprintOf(kind, [one, two], place),
    agents: parties.sort((a, b) => (a.id < b.id ? -1 : 1)),
    counters: { [one]: counters[0], [two]: counters[1] },
  };
};

/** A state in which alice and bob work on the laptop and carol on the desktop. */
export const threeAgents = (): State =>
  fold(emptyState(), [...inTurn([joining("alice"), joining("bob")]), said(joining("carol"), { writer: desktop, seq: 1, lamport: 3 })]);
