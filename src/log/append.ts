import { canonicalJson } from "../base/canonical-json.ts";
import { NerveError } from "../base/errors.ts";
import { logRef } from "../git/refs.ts";
import type { SigningKey } from "../identity/keys.ts";
import type { Draft } from "../model/event.ts";
import type { Oid, WriterId } from "../model/ids.ts";
import { logCommit } from "./commit.ts";
import { bodyLimit } from "./envelope.ts";
import type { LogPort } from "./port.ts";
import { readTip } from "./tip.ts";

export interface Append {
  readonly writer: WriterId;
  /** The writer's key, or an agent's that the writer has vouched for. */
  readonly key: SigningKey;
  /** The signer's readable name. */
  readonly name: string;
  readonly drafts: readonly Draft[];
  /** The highest clock seen in any log. */
  readonly lamport: number;
  /** RFC 3339. */
  readonly at: string;
}

/** The commits a call added, oldest first. */
export interface Appended {
  readonly commit: Oid;
  readonly seq: number;
  readonly lamport: number;
  /** How many of the drafts it holds. */
  readonly events: number;
}

/** One commit holds at most this many bytes of events: small enough to read in one go, large enough for a thousand plain events. */
const commitLimit = 512 * 1024;

/** With sixteen processes at one log, the unluckiest needed 40 tries. */
const attempts = 500;

/**
 * Signs `drafts` and puts them at the end of the writer's log: all in one commit unless they are too large for one. Objects are written
 * first, then the ref moves by compare-and-swap; when another process was first, the commit is made anew on its tip. A crash anywhere
 * leaves the log as it was, plus objects that nothing points at.
 */
export const appendEvents = async (port: LogPort, append: Append): Promise<Appended[]> => {
  for (const draft of append.drafts) requireFit(draft);
  const appended: Appended[] = [];
  for (const drafts of batches(append.drafts)) appended.push(await appendCommit(port, { ...append, drafts }));
  return appended;
};

const appendCommit = async (port: LogPort, append: Append): Promise<Appended> => {
  const { repository, refs, written } = port;
  const ref = logRef(append.writer);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const tip = await readTip(port, ref);
    if (tip === "damaged") throw damaged(ref);
    const parent = tip?.commit ?? null;
    const seq = (tip?.seq ?? 0) + 1;
    const lamport = Math.max(tip?.lamport ?? 0, append.lamport) + 1;
    // git knows the empty tree without having it, but `git fsck` misses it where it is not stored.
    if (!parent) await written.write("tree", Buffer.alloc(0));
    const draft = { ...append, parent, tree: repository.emptyTree, seq, lamport };
    const commit = await written.write("commit", logCommit(draft, append.key, repository.objectFormat));
    if (await refs.swap({ ref, from: parent, to: commit })) return { commit, seq, lamport, events: append.drafts.length };
    await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(5 * (attempt + 1), 100)));
  }
  throw new NerveError("environment", `the log ${ref} could not be extended: other processes were first ${attempts} times`, {
    hint: "Another git nerve may be writing without pause: see `git nerve status`.",
  });
};

const damaged = (ref: string): NerveError =>
  new NerveError("environment", `the tip of this clone's own log, ${ref}, cannot be read`, { hint: "Run: git nerve status" });

const requireFit = ({ type, body }: Draft): void => {
  const size = Buffer.byteLength(canonicalJson(body));
  if (size <= bodyLimit) return;
  throw new NerveError("usage", `the body of this ${type} takes ${size} bytes; an event may carry ${bodyLimit}`, {
    hint: "Put the content where it belongs (a file, a commit) and name it in the event.",
  });
};

function* batches(drafts: readonly Draft[]): Generator<Draft[]> {
  let batch: Draft[] = [];
  let size = 0;
  for (const draft of drafts) {
    const length = Buffer.byteLength(JSON.stringify(draft));
    if (batch.length > 0 && size + length > commitLimit) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(draft);
    size += length;
  }
  if (batch.length > 0) yield batch;
}
