import { canonicalJson, type Json } from "../base/canonical-json.ts";
import type { Repository } from "../git/repository.ts";
import { keyId, type SigningKey } from "../identity/keys.ts";
import { findPublicKey, findSignature, type RawPublicKey, type Signature, signPayload } from "../identity/sshsig.ts";
import type { Draft } from "../model/event.ts";
import type { Oid, WriterId } from "../model/ids.ts";

/**
 * The bytes of one log commit, and back. Format: docs/log-format.md. The signature covers all but itself: predecessor, author, sequence,
 * clock and every event.
 */

/** Version of the log commit's JSON line. */
export const logVersion = 1;

/** What a commit says, before it is signed. */
export interface CommitDraft {
  readonly writer: WriterId;
  readonly parent: Oid | null;
  readonly tree: Oid;
  readonly seq: number;
  readonly lamport: number;
  /** RFC 3339. */
  readonly at: string;
  /** Readable name of the signer, for `git log`. */
  readonly name: string;
  readonly drafts: readonly Draft[];
}

/** What a commit claims. Nothing here is proved. */
export interface RawCommit {
  readonly parents: readonly Oid[];
  /** The signed bytes. */
  readonly payload: Buffer;
  readonly signature: Signature | null;
  readonly authorName: string;
  readonly authorEmail: string;
  /** The JSON line, parsed; null when it is none. */
  readonly message: Json;
}

/** The signed bytes of a log commit, ready to be stored. */
export const logCommit = (draft: CommitDraft, key: SigningKey, objectFormat: Repository["objectFormat"]): Buffer => {
  const line = canonicalJson({ v: logVersion, seq: draft.seq, lamport: draft.lamport, at: draft.at, events: draft.drafts.map(compact) });
  return signedCommit({ ...draft, text: `${subjectOf(draft.drafts)}\n\n${line}\n` }, key, objectFormat);
};

/** A commit of ours with any message: git's own form, author and committer the signer, signature as git's `gpg.format=ssh` makes it. */
export const signedCommit = (
  { writer, parent, tree, at, name, text }: Pick<CommitDraft, "writer" | "parent" | "tree" | "at" | "name"> & { readonly text: string },
  key: SigningKey,
  objectFormat: Repository["objectFormat"],
): Buffer => {
  const person = `${personName(name)} <${key.id}@${writer}> ${Math.floor(Date.parse(at) / 1000)} +0000`;
  const headers = `tree ${tree}\n${parent ? `parent ${parent}\n` : ""}author ${person}\ncommitter ${person}\n`;
  const armoured = signPayload(Buffer.from(`${headers}\n${text}`), key.privateKey, key.publicKey);
  const signature = `${signatureHeaders[objectFormat]} ${armoured.trimEnd().replaceAll("\n", "\n ")}\n`;
  return Buffer.from(`${headers}${signature}\n${text}`);
};

/** Takes the bytes of a commit apart. Never throws: what is missing is null or empty and will not verify. */
export const rawCommit = (bytes: Buffer): RawCommit => {
  const end = bytes.indexOf("\n\n");
  const head = bytes.subarray(0, end < 0 ? bytes.length : end + 1);
  const body = end < 0 ? Buffer.alloc(0) : bytes.subarray(end + 1);
  const parents: Oid[] = [];
  const kept: string[] = [];
  const armour: string[] = [];
  let signatures = 0;
  let author = "";
  let inSignature = false;
  for (const line of head.toString("latin1").split("\n").slice(0, -1)) {
    if (line.startsWith(" ") && inSignature) {
      armour.push(line.slice(1));
      continue;
    }
    inSignature = line.startsWith("gpgsig ") || line.startsWith("gpgsig-sha256 ");
    if (inSignature) {
      signatures++;
      armour.push(line.slice(line.indexOf(" ") + 1));
      continue;
    }
    kept.push(line);
    if (line.startsWith("parent ")) parents.push(line.slice("parent ".length));
    else if (line.startsWith("author ")) author = line.slice("author ".length);
  }
  const payload = Buffer.concat([Buffer.from(kept.map((line) => `${line}\n`).join(""), "latin1"), body]);
  const signature = signatures === 1 ? (findSignature(`${armour.join("\n")}\n`) ?? null) : null;
  const [, authorName = "", authorEmail = ""] = /^(.*?) ?<([^<>]*)>/.exec(Buffer.from(author, "latin1").toString("utf8")) ?? [];
  return { parents, payload, signature, authorName, authorEmail, message: messageOf(body) };
};

/** The key id that a signature claims. */
export const signerOf = (signature: Signature): string => keyId(signature.publicKey);

/** The key that an `agent_joined` event vouches for; undefined when it carries none that fits the agent it names. */
export const findVouchedKey = (event: { type: string; body: unknown }): { id: string; key: RawPublicKey } | undefined => {
  if (event.type !== "agent_joined" || typeof event.body !== "object" || event.body === null) return;
  const { agent, key } = event.body as { agent?: unknown; key?: unknown };
  const raw = typeof key === "string" ? findPublicKey(key) : undefined;
  return raw && keyId(raw) === agent ? { id: keyId(raw), key: raw } : undefined;
};

const signatureHeaders = { sha1: "gpgsig", sha256: "gpgsig-sha256" } as const;

/** The last line of the message, if it is JSON. */
const messageOf = (body: Buffer): Json => {
  const text = body.toString("utf8");
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  try {
    return JSON.parse(lines.at(-1) ?? "") as Json;
  } catch {
    return null;
  }
};

/** What is empty is left out: readers put it back. */
const compact = ({ type, v, agent, severity, summary, scope, artifacts, requiredAction, to, body }: Draft) => ({
  type,
  v,
  severity,
  summary,
  body,
  ...(agent !== null && { agent }),
  ...(Object.keys(scope).length > 0 && { scope }),
  ...(artifacts.length > 0 && { artifacts }),
  ...(requiredAction !== null && { requiredAction }),
  ...(to.length > 0 && { to }),
});

const subjectOf = (drafts: readonly Draft[]): string => {
  const [first] = drafts;
  const text = first ? `${first.type}: ${first.summary}` : "nothing";
  const more = drafts.length > 1 ? ` (+${drafts.length - 1} more)` : "";
  return printable(text).slice(0, 100) + more;
};

/** git forbids these bytes in names, and a terminal must not see control characters. */
const personName = (name: string): string => printable(name).replace(/[<>]/g, "").slice(0, 60).trim() || "agent";

const printable = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ")
    .toWellFormed()
    .trim();
