import { NerveError } from "../base/errors.ts";
import { conflictDismissed } from "../events/conflict-dismissed.ts";
import { conflictResolved } from "../events/conflict-resolved.ts";
import { requireConflict } from "./find.ts";
import type { Nerve } from "./nerve.ts";
import { record, type Signer } from "./record.ts";
import type { View } from "./view.ts";

/** Says for ever, on every clone, that this is no problem. */
export const dismissConflict = async (
  nerve: Nerve,
  view: View,
  signer: Signer & { agent: string | null },
  words: string,
  reason?: string,
) => {
  const conflict = requireConflict(view.state, words);
  if (conflict.status === "dismissed") throw new NerveError("usage", `conflict ${conflict.id} is dismissed already`);
  const { fingerprint, summary, agents } = conflict;
  const draft = conflictDismissed.draft(
    { fingerprint, ...(reason !== undefined && { reason }) },
    { agent: signer.agent, summary: `Dismissed: ${summary}`, to: agents.map(({ id }) => id) },
  );
  await record(nerve, view, [draft], signer);
  return conflict;
};

/** Says that this is settled. It re-opens only if it comes back after it was gone. */
export const resolveConflict = async (
  nerve: Nerve,
  view: View,
  signer: Signer & { agent: string | null },
  words: string,
  reason?: string,
) => {
  const conflict = requireConflict(view.state, words);
  if (conflict.status !== "open") throw new NerveError("usage", `conflict ${conflict.id} is ${conflict.status} already`);
  const { fingerprint, summary, agents, counters } = conflict;
  const draft = conflictResolved.draft(
    { fingerprint, how: "manual", counters, ...(reason !== undefined && { reason }) },
    { agent: signer.agent, summary: `Resolved: ${summary}`, to: agents.map(({ id }) => id) },
  );
  await record(nerve, view, [draft], signer);
  return conflict;
};
