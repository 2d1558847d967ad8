import { conflictResolved } from "../events/conflict-resolved.ts";
import { mergeRiskDetected } from "../events/merge-risk-detected.ts";
import type { Digest } from "../model/digest.ts";
import type { Draft } from "../model/event.ts";
import type { State } from "../model/state.ts";

/**
 * A conflict that ends because one side landed is over between the two, and not over at all for the other: the clash waits in the branch that
 * both land on. For each of `drafts` that says so, a warning to those who still have it before them. `before` and `after`: the digests of this
 * clone's agents around the pass.
 */
export const landedDrafts = (state: State, drafts: readonly Draft[], before: readonly Digest[], after: readonly Digest[]): Draft[] => {
  const landed = new Map(
    after
      .filter((digest) =>
        hasLanded(
          before.find(({ agent }) => agent === digest.agent),
          digest,
        ),
      )
      .map((digest) => [digest.agent, digest]),
  );
  if (landed.size === 0) return [];
  return drafts.flatMap((draft) => {
    const record = draft.type === conflictResolved.type ? state.conflicts.get(String(draft.body["fingerprint"])) : undefined;
    const first = record?.agents.find(({ id }) => landed.has(id));
    const others = record?.agents.filter(({ id }) => !landed.has(id)) ?? [];
    if (!record || !first || others.length === 0) return [];
    const branch = landed.get(first.id)?.landing ?? "the branch you land on";
    const where = record.files[0] ?? "what you change";
    return mergeRiskDetected.draft(
      {},
      {
        severity: record.severity,
        summary: `${first.name} has landed on ${branch} what you were in conflict over: ${where}`,
        requiredAction: `Bring ${branch} into your branch before you go on, and settle ${where} there.`,
        scope: { files: record.files, ...(landed.get(first.id)?.landing && { branch }) },
        to: others.map(({ id }) => id),
      },
    );
  });
};

/** The same commits as before, which are now all part of the branch they were to land on. */
const hasLanded = (before: Digest | undefined, { head, base }: Digest): boolean =>
  before !== undefined && head !== null && head === before.head && base === head && before.base !== head;
