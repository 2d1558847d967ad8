import type { Repository } from "../../git/repository.ts";
import type { Finding } from "../../model/conflict.ts";
import type { Oid } from "../../model/ids.ts";
import { compareSeverity } from "../../model/severity.ts";
import { type Detection, detectBetween } from "../detect.ts";
import { type Aftermath, aftermathIn, window } from "./aftermath.ts";
import { atOnce } from "./at-once.ts";
import { findEarliest } from "./earliest.ts";
import { asGuest, type Guest } from "./guest.ts";
import { readHistory } from "./history.ts";
import type { Landing } from "./landing.ts";
import { lossesOf } from "./loss.ts";
import { type Mending, readMendings } from "./mending.ts";
import { outcomeOf } from "./outcome.ts";
import { type Replayed, replay } from "./replay.ts";
import type { LandingName, ProofReport, ProvenLanding, ProvenWarning } from "./report.ts";
import { medianOf, tallyOf } from "./tally.ts";
import { verdictOn } from "./verdict.ts";

/** How far back to go, whom to tell how far we are, and when to stop. */
export interface ProofRequest {
  /** A revision or a date. */
  readonly since?: string;
  /** Landings gone through, newest first. */
  readonly max: number;
  readonly progress?: (text: string) => void;
  readonly signal?: AbortSignal;
}

/**
 * Replays a repository's own history: for each merge, what git nerve would have said, how early, and what really happened. Needs no plane and
 * writes nothing to the repository. Throws (usage) for a range that means nothing, and the signal's reason when it is aborted.
 */
export const prove = (repository: Repository, request: ProofRequest): Promise<ProofReport> =>
  asGuest(repository, async (guest) => {
    const { since, max, progress = () => {}, signal } = request;
    progress("reading history");
    const history = await readHistory(guest.repository, { max, ...(since !== undefined && { since }) });
    signal?.throwIfAborted();
    progress("merging again what was merged");
    const { replayed, notCompared } = await replay(guest, history.landings, signal);
    let done = 0;
    const detections = await atOnce(processes, replayed, signal, (one) => {
      progress(`looking at merge ${++done} of ${replayed.length}`);
      return detectBetween(guest.repository, { ours: one.ours, theirs: one.theirs }, guest);
    });
    const aftermathOf = aftermathIn(history.past, history.line);
    const cases = replayed.map((one, place) => caseOf(one, aftermathOf(one), detections[place]));
    signal?.throwIfAborted();
    progress("reading what followed");
    const mendings = await readMendings(guest, cases);
    done = 0;
    const proven = await atOnce(processes, [...cases.entries()], signal, ([place, one]) => {
      progress(`how early: merge ${++done} of ${cases.length}`);
      return provenLanding(guest, one, mendings[place] ?? [], history.squashed, signal);
    });
    const warnings = proven.flatMap((each) => each.warnings);
    const leads = warnings.flatMap(({ earliest }) => (earliest ? [earliest.secondsBefore] : []));
    const { head, landings, older, octopus, branchUnknown } = history;
    const oldest = landings.at(-1);
    return {
      head,
      since: since ?? null,
      max,
      scope: {
        merges: landings.filter(({ how }) => how === "merge").length,
        squashed: landings.filter(({ how }) => how === "squash").length,
        compared: proven.length,
        conflicted: proven.filter(({ outcome }) => outcome.conflicted).length,
        ...notCompared,
        from: oldest ? timeOf(oldest.commit.at) : null,
        older,
        octopus,
        branchUnknown,
        window,
      },
      landings: proven,
      losses: cases.flatMap((one, place) =>
        [...lossesOf(one.replayed, outcomeOf(one.replayed), mendings[place] ?? [], one.findings)].map((loss) => ({
          ...nameOf(one.replayed),
          ...loss,
        })),
      ),
      kinds: tallyOf(warnings),
      lead: { warnings: leads.length, medianSeconds: medianOf(leads) },
    };
  });

/** Most of a comparison is waiting for git. */
const processes = 3;

interface Case {
  readonly replayed: Replayed;
  readonly aftermath: Aftermath;
  readonly findings: readonly Finding[];
  readonly notAssessed: Detection["notAssessed"];
  /** Files in which a later change could tell something. */
  readonly paths: ReadonlySet<string>;
}

const caseOf = (replayed: Replayed, aftermath: Aftermath, detection: Detection | undefined): Case => {
  const { conflicts = [], notAssessed = [] } = detection ?? {};
  const shared = [...replayed.own.ours.keys()].filter((path) => replayed.own.theirs.has(path));
  const warned = conflicts.filter(({ severity }) => compareSeverity(severity, "medium") >= 0).flatMap(({ files }) => files);
  return { replayed, aftermath, findings: conflicts, notAssessed, paths: new Set([...shared, ...warned]) };
};

const provenLanding = async (
  guest: Guest,
  { replayed, aftermath, findings, notAssessed }: Case,
  mendings: readonly Mending[],
  squashed: ReadonlyMap<Oid, Landing>,
  signal: AbortSignal | undefined,
): Promise<ProvenLanding> => {
  const outcome = outcomeOf(replayed);
  const warnings: ProvenWarning[] = [];
  for (const { kind, severity, place, files, symbols, summary } of findings) {
    signal?.throwIfAborted();
    const verdict = verdictOn({ kind, files, symbols }, outcome, aftermath, mendings);
    const dated = verdict.verdict === "confirmed" && compareSeverity(severity, "high") >= 0;
    const earliest = dated ? await findEarliest(guest, replayed, { kind, files }, squashed) : null;
    const before = earliest && { ...earliest, at: timeOf(earliest.at), secondsBefore: Math.max(0, replayed.commit.at - earliest.at) };
    warnings.push({ kind, severity, place, files, symbols, summary, ...verdict, earliest: before });
  }
  const { how, pullRequest, base, ours, theirs, commit } = replayed;
  const reverted = aftermath.reverted?.id ?? null;
  return { ...nameOf(replayed), how, pullRequest, author: commit.author, base, ours, theirs, outcome, reverted, warnings, notAssessed };
};

const nameOf = ({ commit }: Replayed): LandingName => ({ commit: commit.id, title: commit.title, at: timeOf(commit.at) });

const timeOf = (seconds: number): string => new Date(seconds * 1000).toISOString();
