import type { Repository } from "../../git/repository.ts";
import { compareSeverity } from "../../model/severity.ts";
import { type Detection, detectBetween } from "../detect.ts";
import { aftermathIn, window } from "./aftermath.ts";
import { atOnce } from "./at-once.ts";
import { asGuest } from "./guest.ts";
import { type History, readHistory } from "./history.ts";
import { readMendings } from "./mending.ts";
import { provenLanding, timeOf } from "./proven-landing.ts";
import { type NotCompared, type Replayed, replay } from "./replay.ts";
import type { ProofReport, ProvenLanding, Scope } from "./report.ts";
import { medianOf, tallyOf } from "./tally.ts";

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
    const counted = counter(progress, replayed.length);
    const compared = await atOnce(processes, replayed, signal, async (one) => {
      counted("comparing merge");
      return { replayed: one, detection: await detectBetween(guest.repository, { ours: one.ours, theirs: one.theirs }, guest) };
    });
    progress("reading what followed");
    const aftermathOf = aftermathIn(history.past, history.line);
    const followed = compared.map((one) => ({ ...one, aftermath: aftermathOf(one.replayed), paths: tellingPaths(one) }));
    const mendings = await readMendings(guest, followed);
    const cases = followed.map((one, place) => ({ ...one, mendings: mendings[place] ?? [] }));
    const countedAgain = counter(progress, cases.length);
    const proven = await atOnce(processes, cases, signal, (one) => {
      countedAgain("finding out how early: merge");
      return provenLanding(guest, one, history.squashed);
    });
    const landings = proven.map(({ landing }) => landing);
    const warnings = landings.flatMap((each) => each.warnings);
    const leads = warnings.flatMap(({ earliest }) => (earliest ? [earliest.secondsBefore] : []));
    return {
      head: history.head,
      since: since ?? null,
      max,
      scope: scopeOf(history, notCompared, landings),
      landings,
      losses: proven.flatMap(({ losses }) => losses),
      kinds: tallyOf(warnings),
      lead: { warnings: leads.length, medianSeconds: medianOf(leads) },
    };
  });

/** Most of a comparison is waiting for git. */
const processes = 3;

const counter = (progress: (text: string) => void, of: number): ((doing: string) => void) => {
  let done = 0;
  return (doing) => progress(`${doing} ${++done} of ${of}`);
};

/** Files in which a later change could tell something: those that both sides changed, and those that a warning is about. */
const tellingPaths = ({ replayed: { own }, detection }: { replayed: Replayed; detection: Detection }): Set<string> => {
  const shared = [...own.ours.keys()].filter((path) => own.theirs.has(path));
  const warned = detection.conflicts.filter(({ severity }) => compareSeverity(severity, "medium") >= 0);
  return new Set([...shared, ...warned.flatMap(({ files }) => files)]);
};

const scopeOf = (
  { landings, older, octopus, branchUnknown, shallow }: History,
  notCompared: NotCompared,
  proven: readonly ProvenLanding[],
): Scope => {
  const oldest = landings.at(-1);
  const merges = landings.filter(({ how }) => how === "merge").length;
  return {
    merges,
    squashed: landings.length - merges,
    compared: proven.length,
    conflicted: proven.filter(({ outcome }) => outcome.conflicted).length,
    ...notCompared,
    from: oldest ? timeOf(oldest.commit.at) : null,
    older,
    octopus,
    branchUnknown,
    shallow,
    window,
  };
};
