import { compareSeverity } from "../../model/severity.ts";
import type { Oid } from "../../model/ids.ts";
import type { Detection } from "../detect.ts";
import type { Aftermath } from "./aftermath.ts";
import { findEarliest } from "./earliest.ts";
import type { Guest } from "./guest.ts";
import type { Landing } from "./landing.ts";
import { type Loss, lossesOf } from "./loss.ts";
import type { Mending } from "./mending.ts";
import { outcomeOf } from "./outcome.ts";
import type { Replayed } from "./replay.ts";
import type { LandingName, ProvenLanding, ProvenWarning } from "./report.ts";
import { verdictOn } from "./verdict.ts";

/** All that is known of one landing: what it was, what we would have said, and what followed. */
export interface Case {
  readonly replayed: Replayed;
  readonly detection: Detection;
  readonly aftermath: Aftermath;
  readonly mendings: readonly Mending[];
}

/** What was right, wrong and missed in one landing. Finds out how early for confirmed warnings of high severity: a few comparisons each. */
export const provenLanding = async (
  guest: Guest,
  { replayed, detection, aftermath, mendings }: Case,
  squashed: ReadonlyMap<Oid, Landing>,
): Promise<{ landing: ProvenLanding; losses: (Loss & LandingName)[] }> => {
  const outcome = outcomeOf(replayed);
  const warnings: ProvenWarning[] = [];
  for (const { kind, severity, place, files, symbols, summary } of detection.conflicts) {
    const verdict = verdictOn({ kind, files, symbols }, outcome, aftermath, mendings);
    const isDated = verdict.verdict === "confirmed" && compareSeverity(severity, "high") >= 0;
    const earliest = isDated ? await findEarliest(guest, replayed, { kind, files }, squashed) : null;
    const dated = earliest && { ...earliest, at: timeOf(earliest.at), secondsBefore: Math.max(0, replayed.commit.at - earliest.at) };
    warnings.push({ kind, severity, place, files, symbols, summary, ...verdict, earliest: dated });
  }
  const { how, pullRequest, base, ours, theirs, commit } = replayed;
  const name = { commit: commit.id, title: commit.title, at: timeOf(commit.at) };
  const sides = { how, pullRequest, author: commit.author, base, ours, theirs };
  const { notAssessed } = detection;
  return {
    landing: { ...name, ...sides, outcome, reverted: aftermath.reverted?.id ?? null, warnings, notAssessed },
    losses: [...lossesOf(replayed, outcome, mendings, detection.conflicts)].map((loss) => ({ ...name, ...loss })),
  };
};

/** Seconds since 1970 as ISO 8601. */
export const timeOf = (seconds: number): string => new Date(seconds * 1000).toISOString();
