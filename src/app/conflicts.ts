import { NerveError } from "../base/errors.ts";
import { conflictDismissed } from "../events/conflict-dismissed.ts";
import { conflictResolved } from "../events/conflict-resolved.ts";
import type { ConflictRecord } from "../model/conflict.ts";
import { requireConflict } from "./find.ts";
import type { Nerve } from "./nerve.ts";
import { record } from "./record.ts";
import type { Self } from "./self.ts";
import type { View } from "./view.ts";

/** Says for ever, on every clone, that a conflict (named by the start of its id) is no problem. Throws (usage) when it was said before. */
export const dismissConflict = async (nerve: Nerve, view: View, self: Self, words: string, reason?: string): Promise<ConflictRecord> => {
  const conflict = requireConflict(view.state, words);
  if (conflict.status === "dismissed") throw new NerveError("usage", `conflict ${conflict.id} is dismissed already`);
  const body = { fingerprint: conflict.fingerprint, ...(reason !== undefined && { reason }) };
  await record(nerve, view, [conflictDismissed.draft(body, closing("Dismissed", conflict, self))], self);
  return conflict;
};

/** Says that a conflict is settled. It re-opens only if it comes back after it was gone. Throws (usage) when it is not open. */
export const resolveConflict = async (nerve: Nerve, view: View, self: Self, words: string, reason?: string): Promise<ConflictRecord> => {
  const conflict = requireConflict(view.state, words);
  if (conflict.status !== "open") throw new NerveError("usage", `conflict ${conflict.id} is ${conflict.status} already`);
  const { fingerprint, counters } = conflict;
  const body = { fingerprint, how: "manual" as const, counters, ...(reason !== undefined && { reason }) };
  await record(nerve, view, [conflictResolved.draft(body, closing("Resolved", conflict, self))], self);
  return conflict;
};

const closing = (verb: string, { summary, agents }: ConflictRecord, { agent }: Self) => ({
  agent,
  summary: `${verb}: ${summary}`,
  to: agents.map(({ id }) => id),
});
