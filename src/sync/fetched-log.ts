import { NerveError } from "../base/errors.ts";
import { readMergeBases } from "../git/ancestry.ts";
import { firstEpoch } from "../git/refs.ts";
import type { Repository } from "../git/repository.ts";
import type { LogPort } from "../log/port.ts";
import { Chain, type ChainHead, emptyChain, tipOf } from "../log/chain.ts";
import type { Oid, WriterId } from "../model/ids.ts";
import type { FetchedLog, Relation } from "./reconcile.ts";

/** A log as a remote shows it, not looked at yet. */
export interface UncheckedLog extends Pick<FetchedLog, "ref" | "epoch" | "own" | "accepted" | "fetched"> {
  readonly writer: WriterId;
  /** What the same remote showed before; null when nothing. */
  readonly before: Oid | null;
  /** This tip was quarantined already. */
  readonly suspect: boolean;
}

/**
 * How each log stands to the accepted one and how far it verifies: one git process for all relations, and one walk over what is new in each
 * log that has something new. `heads` saves verifying the accepted part again where it is up to date.
 */
export const readFetchedLogs = async (
  port: LogPort,
  logs: readonly UncheckedLog[],
  heads: ReadonlyMap<WriterId, ChainHead>,
): Promise<FetchedLog[]> => {
  const known = logs.filter(({ epoch }) => epoch === firstEpoch);
  const relations = await readRelations(
    port,
    known.map(({ accepted, fetched }) => [accepted, fetched]),
  );
  const earlier = await readRelations(
    port,
    known.map(({ before, fetched }, place) => (relations[place]?.relation === "behind" ? [before, fetched] : [fetched, fetched])),
  );
  const judged: FetchedLog[] = logs.filter((log) => !known.includes(log)).map((log) => ({ ...log, ...unjudged, relation: "new" }));
  for (const [place, log] of known.entries()) {
    const related = relations[place];
    if (!related) continue;
    const rewound = related.relation === "behind" && (log.suspect || earlier[place]?.relation === "behind");
    judged.push({ ...log, ...(await judge(port, log, related, heads.get(log.writer) ?? emptyChain(log.writer))), rewound });
  }
  return judged;
};

const unjudged = { good: null, fault: null, signedTwice: false, rewound: false } as const;

interface Related {
  readonly relation: Relation;
  /** The last commit that both have. */
  readonly base: Oid | null;
}

const readRelations = async (port: LogPort, pairs: readonly (readonly [Oid | null, Oid])[]): Promise<Related[]> => {
  const asked = pairs.flatMap(([from, to]) => (from && from !== to ? [[from, to] as const] : []));
  const answers = (await readBases(port.repository, asked)).values();
  return pairs.map(([from, to]) => {
    if (!from) return { relation: "new", base: null };
    if (from === to) return { relation: "same", base: to };
    const bases = answers.next().value;
    // Where git cannot tell, the walk over what is new finds what is damaged.
    const base = bases === undefined ? from : (bases[0] ?? null);
    return { relation: base === null ? "unrelated" : base === from ? "ahead" : base === to ? "behind" : "diverged", base };
  });
};

/** The merge bases of each pair; undefined for those that git cannot compare. */
const readBases = async (repository: Repository, pairs: readonly (readonly [Oid, Oid])[]): Promise<(Oid[] | undefined)[]> => {
  try {
    return await readMergeBases(repository, pairs);
  } catch (error) {
    if (!(error instanceof NerveError)) throw error;
    if (pairs.length <= 1) return pairs.map(() => undefined);
    const alone = [];
    for (const pair of pairs) alone.push(...(await readBases(repository, [pair])));
    return alone;
  }
};

type Judgement = Pick<FetchedLog, "relation" | "good" | "fault" | "signedTwice">;

const judge = async (port: LogPort, log: UncheckedLog, { relation, base }: Related, known: ChainHead): Promise<Judgement> => {
  if (relation === "same" || relation === "behind") return { relation, good: log.fetched, fault: null, signedTwice: false };
  const accepted = await readHead(port, known, log.accepted);
  if (relation === "new" || relation === "ahead") {
    const chain = new Chain(port.repository, accepted, log.fetched);
    for await (const _ of chain);
    // Where the accepted ref itself is beyond what verifies, the good part ends before it: that is no reason to move it back.
    const good = accepted.tip === log.accepted ? chain.head.tip : log.accepted;
    return { relation, good, fault: chain.fault, signedTwice: false };
  }
  const chain = new Chain(port.repository, await headAt(port, accepted, base), log.fetched);
  for await (const _ of chain) return { relation, good: null, fault: null, signedTwice: true };
  return { relation, good: null, fault: chain.fault, signedTwice: false };
};

/** How far the accepted log is good. `known` may lag behind the ref, or be of a log that somebody has replaced since. */
const readHead = async ({ repository }: LogPort, known: ChainHead, accepted: Oid | null): Promise<ChainHead> => {
  if (!accepted || known.tip === accepted) return accepted ? known : emptyChain(known.writer);
  for (const from of known.tip ? [known, emptyChain(known.writer)] : [known]) {
    const chain = new Chain(repository, from, accepted);
    for await (const _ of chain);
    if (!chain.fault || from.tip === null) return chain.head;
  }
  return emptyChain(known.writer);
};

/** The accepted log as if it ended at `base`. Keys vouched for later count as well: the question is only whether the writer's side spoke. */
const headAt = async ({ objects }: LogPort, accepted: ChainHead, base: Oid | null): Promise<ChainHead> => {
  const found = base ? await objects.find(base) : undefined;
  const said = found && tipOf(found.content);
  if (!base || !said) return emptyChain(accepted.writer);
  return { ...accepted, tip: base, seq: said.seq, lamport: said.lamport, closed: false };
};
