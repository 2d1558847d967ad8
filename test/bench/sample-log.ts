import { conflictOpened } from "../../src/events/conflict-opened.ts";
import { conflictResolved } from "../../src/events/conflict-resolved.ts";
import { filesChanged } from "../../src/events/files-changed.ts";
import { messageSent } from "../../src/events/message-sent.ts";
import { logRef } from "../../src/git/refs.ts";
import type { Repository } from "../../src/git/repository.ts";
import type { SigningKey } from "../../src/identity/keys.ts";
import { logCommit } from "../../src/log/commit.ts";
import type { Draft } from "../../src/model/event.ts";
import type { Oid } from "../../src/model/ids.ts";
import { conflictBetween, idOf, joining } from "../support/plane.ts";
import { run } from "./sandbox.ts";
import { type NewObject, objectId, packOf } from "./write-pack.ts";

/**
 * Gives the writer of `key` a signed log of `events` events, `perCommit` a commit, in one pack: 30,000 commits a second and processor. The bytes
 * are those that `appendEvents` would write. Its tip.
 */
export const writeSampleLog = async (
  repository: Repository,
  key: SigningKey,
  { events, perCommit }: { readonly events: number; readonly perCommit: number },
): Promise<Oid> => {
  const tree: NewObject = { type: "tree", content: Buffer.alloc(0) };
  const objects = [tree];
  let parent: Oid | null = null;
  let seq = 0;
  for (const drafts of batches(sampleDrafts(events), perCommit)) {
    seq++;
    const at = new Date(epoch + seq * 1000).toISOString();
    const draft = { writer: key.id, name: "bench", parent, tree: objectId(tree), seq, lamport: seq, at, drafts };
    const commit: NewObject = { type: "commit", content: logCommit(draft, key, repository.objectFormat) };
    objects.push(commit);
    parent = objectId(commit);
  }
  if (parent === null) throw new Error("a log has at least one event");
  await run(["git", "index-pack", "--stdin"], { cwd: repository.commonDir, input: packOf(objects) });
  await run(["git", "update-ref", logRef(key.id), parent], { cwd: repository.commonDir });
  return parent;
};

const epoch = Date.parse("2030-01-01T00:00:00Z");

const agents = Array.from({ length: 20 }, (_, i) => `agent-${i}`);

/** What a watcher of twenty worktrees writes in the long run: mostly files that enter, now and then a conflict that comes and goes, and some talk. */
export function* sampleDrafts(count: number): Generator<Draft> {
  for (let i = 0; i < count; i++) yield i < agents.length ? joining(agents[i] ?? "") : sampleDraft(i);
}

const sampleDraft = (i: number): Draft => {
  const [name, other] = [agents[i % 20] ?? "", agents[(i + 1 + (Math.floor(i / 20) % 19)) % 20] ?? ""];
  const turn = i % 25;
  if (turn === 10) return opening(name, other, i);
  // What opened five events earlier.
  if (turn === 15) return resolving(agents[(i - 5) % 20] ?? "", agents[(i - 4 + (Math.floor((i - 5) / 20) % 19)) % 20] ?? "", i - 5);
  if (turn === 20)
    return messageSent.draft({}, { agent: idOf(name), summary: `${name} is about to touch module ${i % 97}`, to: [idOf(other)] });
  const files = [`package-${i % 7}/src/module-${i % 97}.ts`, `package-${i % 7}/src/module-${(i * 31) % 97}.ts`];
  return filesChanged.draft(
    { files },
    { agent: idOf(name), summary: `${name} changes ${files[0]} and 1 more`, scope: { files, branch: name } },
  );
};

const conflictAt = (name: string, other: string, i: number) =>
  conflictBetween([name, other], { place: `package-${i % 7}/src/module-0.ts`, counters: [i, i] });

const opening = (name: string, other: string, i: number): Draft => {
  const conflict = conflictAt(name, other, i);
  return conflictOpened.draft({ conflict }, { summary: conflict.summary, to: conflict.agents.map(({ id }) => id) });
};

const resolving = (name: string, other: string, i: number): Draft => {
  const { fingerprint, counters, summary, agents: parties } = conflictAt(name, other, i);
  const to = parties.map(({ id }) => id);
  return conflictResolved.draft({ fingerprint, how: "gone", counters }, { summary: `No longer in conflict: ${summary}`, to });
};

function* batches<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
