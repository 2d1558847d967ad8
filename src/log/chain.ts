import type { Json } from "../base/canonical-json.ts";
import { NerveError } from "../base/errors.ts";
import { readCommits, type StoredCommit } from "../git/commits.ts";
import type { Repository } from "../git/repository.ts";
import { publicKeyLine, verifySignature } from "../identity/sshsig.ts";
import type { LogEvent } from "../model/event.ts";
import type { AgentId, Oid, WriterId } from "../model/ids.ts";
import { findVouchedKey, logVersion, type RawCommit, rawCommit, signerOf } from "./commit.ts";
import { eventOf } from "./envelope.ts";

/** How far a log is known to be good, and what is needed to check the next commit. Plain data: caches keep it. */
export interface ChainHead {
  readonly writer: WriterId;
  /** The writer's own key, `ssh-ed25519 …`; null until it signed something. */
  readonly key: string | null;
  /** What the writer called itself when it first signed. */
  readonly name: string | null;
  readonly tip: Oid | null;
  readonly seq: number;
  readonly lamport: number;
  readonly commits: number;
  readonly events: number;
  /** Keys that the writer vouched for and did not revoke. */
  readonly agents: readonly AgentId[];
  /** The writer revoked its own key: nothing after that counts. */
  readonly closed: boolean;
}

/** Where the good part of a log ends although more was there. */
export interface ChainFault {
  readonly commit: Oid;
  readonly reason: string;
}

/** A verified commit of a log. */
export interface LogCommit {
  readonly commit: Oid;
  readonly writer: WriterId;
  readonly seq: number;
  readonly lamport: number;
  readonly events: readonly LogEvent[];
  /** How far the log is good with this commit. */
  readonly head: ChainHead;
}

export const emptyChain = (writer: WriterId): ChainHead => ({
  writer,
  key: null,
  name: null,
  tip: null,
  seq: 0,
  lamport: 0,
  commits: 0,
  events: 0,
  agents: [],
  closed: false,
});

/** A clock that runs ahead by more than this in one step is a lie: it would leave no room for others. */
const lamportStep = 2 ** 32;

/**
 * A log from `head` (already good) to `tip`, verified while it streams by. Iterate it to the end: then `head` says how far it is good and
 * `fault` what stopped it, if anything did. A commit is good when its parent is the one before, its sequence is one more, its clock later,
 * and it is signed by the writer's key (whose hash is the writer's id) or by an agent's that the writer vouched for earlier in this log.
 */
export class Chain {
  head: ChainHead;
  fault: ChainFault | null = null;
  readonly #repository: Repository;
  readonly #tip: Oid;

  constructor(repository: Repository, head: ChainHead, tip: Oid) {
    this.#repository = repository;
    this.head = head;
    this.#tip = tip;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<LogCommit> {
    if (this.head.tip === this.#tip) return;
    try {
      for await (const checked of this.#checked()) {
        for (const each of checked) {
          const good = this.#accept(each);
          if (!good) return;
          yield good;
        }
      }
    } catch (error) {
      if (!(error instanceof NerveError)) throw error;
      this.fault = { commit: this.#tip, reason: error.message };
    }
  }

  /** All signatures of a slice are checked at once, in the thread pool, while the one before it is judged and the next one is read. */
  async *#checked(): AsyncGenerator<CheckedCommit[]> {
    let ahead: Promise<CheckedCommit[]> | undefined;
    for await (const slice of readCommits(this.#repository, { tip: this.#tip, after: this.head.tip, order: "oldest first" })) {
      const checking = Promise.all(slice.map(checkedCommit));
      if (ahead) yield await ahead;
      ahead = checking;
    }
    if (ahead) yield await ahead;
  }

  #accept({ oid, raw, signer, verified }: CheckedCommit): LogCommit | undefined {
    const refuse = (reason: string) => {
      this.fault = { commit: oid, reason };
    };
    const { head } = this;
    if (raw.parents.length > 1 || (raw.parents[0] ?? null) !== head.tip) {
      return void refuse(head.tip ? "does not follow the commit known before it" : "does not begin a log");
    }
    if (!signer) return void refuse("is not signed");
    if (!verified) return void refuse("carries a signature that does not fit its content");
    if (head.closed) return void refuse("comes after the writer revoked its own key");
    if (signer !== head.writer && !head.agents.includes(signer))
      return void refuse(`is signed by ${signer}, a key this log did not vouch for`);
    if (raw.authorEmail !== `${signer}@${head.writer}`) return void refuse("names another author than its signer");
    const said = messageOf(raw.message);
    if (!said) return void refuse("does not carry a log message");
    if (said.seq !== head.seq + 1) return void refuse(`has sequence ${said.seq} where ${head.seq + 1} is due`);
    if (said.lamport <= head.lamport || said.lamport > head.lamport + lamportStep) return void refuse("has a clock that cannot be");

    const provenance = { writer: head.writer, seq: said.seq, lamport: said.lamport, commit: oid, at: said.at, signer };
    const events = said.events.map((event, place) => eventOf(event, place, provenance));
    const introduced = head.key === null && signer === head.writer && raw.signature !== null;
    const { key, name } = introduced ? { key: publicKeyLine(raw.signature.publicKey), name: raw.authorName } : head;
    this.head = { ...headAfter(head, events), key, name, tip: oid, seq: said.seq, lamport: said.lamport };
    return { commit: oid, writer: head.writer, seq: said.seq, lamport: said.lamport, events, head: this.head };
  }
}

/** What the last commit of a log says of itself, for who appends to it. Not a proof: `Chain` gives that. */
export const tipOf = (bytes: Buffer): { seq: number; lamport: number } | undefined => messageOf(rawCommit(bytes).message);

/**
 * The events of a commit that was verified before: a chain of hashes with a good tip is good all the way down, so that reading it again
 * needs no signatures.
 */
export const recalledEvents = (writer: WriterId, { oid, bytes }: StoredCommit): LogEvent[] => {
  const raw = rawCommit(bytes);
  const said = messageOf(raw.message);
  if (!said) return [];
  const signer = raw.authorEmail.split("@", 1)[0] ?? "";
  const provenance = { writer, seq: said.seq, lamport: said.lamport, commit: oid, at: said.at, signer };
  return said.events.map((event, place) => eventOf(event, place, provenance));
};

interface CheckedCommit {
  readonly oid: Oid;
  readonly raw: RawCommit;
  readonly signer: string | null;
  readonly verified: boolean;
}

const checkedCommit = async ({ oid, bytes }: StoredCommit): Promise<CheckedCommit> => {
  const raw = rawCommit(bytes);
  if (!raw.signature) return { oid, raw, signer: null, verified: false };
  return { oid, raw, signer: signerOf(raw.signature), verified: await verifySignature(raw.payload, raw.signature) };
};

/** Vouching and revoking take effect with the next commit, and only in the writer's own hand. */
const headAfter = (head: ChainHead, events: readonly LogEvent[]): ChainHead => {
  let { agents, closed } = head;
  for (const event of events) {
    if (event.signer !== head.writer) continue;
    const vouched = findVouchedKey(event);
    if (vouched && !agents.includes(vouched.id)) agents = [...agents, vouched.id];
    if (event.type !== "key_revoked") continue;
    const { key } = event.body;
    if (key === head.writer) closed = true;
    else agents = agents.filter((id) => id !== key);
  }
  return { ...head, agents, closed, commits: head.commits + 1, events: head.events + events.length };
};

interface Message {
  readonly seq: number;
  readonly lamport: number;
  readonly at: string;
  readonly events: readonly Json[];
}

/** A newer version's events are kept as events nobody here can read: the chain goes on. */
const messageOf = (message: Json): Message | undefined => {
  if (typeof message !== "object" || message === null || Array.isArray(message)) return;
  const { v, seq, lamport, at, events } = message as Record<string, Json>;
  if (!isCount(v) || !isCount(seq) || !isCount(lamport) || !Array.isArray(events)) return;
  return { seq, lamport, at: typeof at === "string" ? at : "", events: v === logVersion ? events : events.map(() => null) };
};

const isCount = (value: Json | undefined): value is number => Number.isSafeInteger(value) && (value as number) > 0;
