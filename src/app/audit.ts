import { findPlaneRef, firstEpoch, planeNamespace, readRefs } from "../git/refs.ts";
import type { Trust } from "../identity/trust.ts";
import { Chain, emptyChain } from "../log/chain.ts";
import type { Oid, WriterId } from "../model/ids.ts";
import { readQuarantine } from "../sync/quarantine.ts";
import type { Nerve } from "./nerve.ts";
import { trustIn } from "./trust.ts";
import { readView } from "./view.ts";

export interface AuditedWriter {
  readonly writer: WriterId;
  readonly name: string;
  /** `ssh-ed25519 …`; null when the log does not hold a commit by the writer's own hand. */
  readonly key: string | null;
  readonly trust: Trust;
  readonly epochs: number;
  readonly commits: number;
  readonly events: number;
  /** Where the good part ends; null when none of it is good. */
  readonly tip: Oid | null;
  /** Whether the good part is all there is. */
  readonly verified: boolean;
}

export interface Audit {
  readonly ok: boolean;
  readonly writers: readonly AuditedWriter[];
  readonly quarantined: readonly { readonly ref: string; readonly commit: Oid; readonly reason: string }[];
}

/** Walks every chain from its first commit and verifies every signature: nothing that was remembered counts. */
export const audit = async (nerve: Nerve, progress: (text: string) => void): Promise<Audit> => {
  const { repository, log } = nerve;
  const refs = await readRefs(repository, planeNamespace);
  const trust = trustIn(nerve, await readView(nerve));
  const writers: AuditedWriter[] = [];
  const quarantined: Audit["quarantined"][number][] = [];
  for (const [ref, tip] of refs) {
    const found = findPlaneRef(ref);
    if (found?.kind !== "log") continue;
    if (found.epoch !== firstEpoch) {
      quarantined.push({ ref, commit: tip, reason: "is an epoch that only a newer git nerve can read" });
      continue;
    }
    const chain = new Chain(repository, emptyChain(found.writer), tip);
    let commits = 0;
    for await (const _ of chain) if (++commits % 500 === 0) progress(`${found.writer}: ${commits} commits`);
    const { head, fault } = chain;
    writers.push({
      writer: found.writer,
      name: head.name ?? "",
      key: head.key,
      trust: trust(found.writer),
      epochs: 1,
      commits: head.commits,
      events: head.events,
      tip: head.tip,
      verified: fault === null,
    });
    if (fault) quarantined.push({ ref, ...fault });
  }
  quarantined.push(...(await readQuarantine(log)));
  return { ok: quarantined.length === 0, writers, quarantined };
};
