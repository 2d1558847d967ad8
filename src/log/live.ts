import { canonicalJson } from "../base/canonical-json.ts";
import { type ObjectReader, treeBytes, treeEntries } from "../git/objects.ts";
import { liveRef } from "../git/refs.ts";
import type { Repository } from "../git/repository.ts";
import type { SigningKey } from "../identity/keys.ts";
import { verifySignature } from "../identity/sshsig.ts";
import { type Digest, digestOf } from "../model/digest.ts";
import type { AgentId, Oid, WriterId } from "../model/ids.ts";
import type { LogPort } from "./port.ts";
import { rawCommit, signedCommit, signerOf } from "./commit.ts";

/** What a writer says of its agents right now. Replaced on change, so it has no history; the counter tells fresh from stale. */
export interface Live {
  readonly commit: Oid;
  readonly writer: WriterId;
  /** Rises with every change of the ref. */
  readonly counter: number;
  /** RFC 3339, by the writer's clock. */
  readonly at: string;
  readonly digests: readonly Digest[];
  /** Whether the agents' snapshots go along. */
  readonly wip: boolean;
}

/** What is to be said, and the snapshots that go along when the owner shares work in progress. */
export interface LiveDraft {
  readonly key: SigningKey;
  readonly counter: number;
  readonly at: string;
  readonly digests: readonly Digest[];
  readonly wip: ReadonlyMap<AgentId, Oid>;
}

const version = 1;

/** A live statement as it was stored: the commit, and every object that is there for its sake alone. */
export interface StoredLive {
  readonly commit: Oid;
  readonly objects: readonly Oid[];
}

/** Replaces this writer's live ref, provided it still is `previous`; undefined when another process was first. */
export const replaceLive = async (port: LogPort, previous: Oid | null, draft: LiveDraft): Promise<StoredLive | undefined> => {
  const { repository, written, refs } = port;
  const writer = draft.key.id;
  const agents = [];
  for (const digest of draft.digests) {
    const oid = await written.write("blob", Buffer.from(`${canonicalJson(digest)}\n`));
    agents.push({ mode: "100644", name: `${digest.agent}.json`, oid });
  }
  const folder = await written.write("tree", treeBytes(agents));
  const folders = [{ mode: "40000", name: "agents", oid: folder }];
  if (draft.wip.size > 0) {
    const snapshots = [...draft.wip].map(([name, oid]) => ({ mode: "40000", name, oid }));
    folders.push({ mode: "40000", name: "wip", oid: await written.write("tree", treeBytes(snapshots)) });
  }
  const tree = await written.write("tree", treeBytes(folders));
  const text = `${draft.digests.length} agents\n\n${canonicalJson({ v: version, counter: draft.counter, at: draft.at })}\n`;
  const bytes = signedCommit({ writer, parent: null, tree, at: draft.at, name: "git-nerve", text }, draft.key, repository.objectFormat);
  const commit = await written.write("commit", bytes);
  if (!(await refs.swap({ ref: liveRef(writer), from: previous, to: commit }))) return undefined;
  return { commit, objects: [commit, tree, folder, ...agents.map(({ oid }) => oid)] };
};

/** The live statement at `name` (a ref or commit), verified as `writer`'s own. A string says why there is none. */
export const readLive = async (repository: Repository, objects: ObjectReader, writer: WriterId, name: string): Promise<Live | string> => {
  const found = await objects.find(name);
  if (found?.type !== "commit") return "is not here";
  const raw = rawCommit(found.content);
  if (!raw.signature || signerOf(raw.signature) !== writer) return "is not signed by its writer";
  if (!(await verifySignature(raw.payload, raw.signature))) return "carries a signature that does not fit its content";
  const said = raw.message as { v?: unknown; counter?: unknown; at?: unknown } | null;
  if (said?.v !== version) return "is of a newer version";
  if (!Number.isSafeInteger(said.counter) || typeof said.at !== "string") return "does not carry a live message";
  const agents = await objects.find(`${found.oid}:agents`);
  if (agents?.type !== "tree") return "does not list its agents";
  const digests: Digest[] = [];
  for (const { oid } of treeEntries(agents.content, repository.objectFormat)) {
    const blob = await objects.find(oid);
    const digest = blob && parsedDigest(blob.content);
    if (digest?.writer === writer) digests.push(digest);
  }
  const wip = (await objects.find(`${found.oid}:wip`)) !== undefined;
  return { commit: found.oid, writer, counter: said.counter as number, at: said.at, digests, wip };
};

const parsedDigest = (content: Buffer): Digest | undefined => {
  try {
    return digestOf(JSON.parse(content.toString("utf8")));
  } catch {
    return;
  }
};
