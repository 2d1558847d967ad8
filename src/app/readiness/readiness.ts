import { NerveError } from "../../base/errors.ts";
import { landingOrder } from "../../fold/readiness/landing-order.ts";
import { readinessOf } from "../../fold/readiness/readiness.ts";
import type { Reason } from "../../fold/readiness/reasons.ts";
import type { Work } from "../../fold/readiness/work.ts";
import { openConflicts } from "../../fold/select.ts";
import type { Nerve } from "../nerve.ts";
import type { View } from "../view.ts";
import { askLanding } from "./ask-landing.ts";
import { readSaid } from "./said.ts";
import type { AffectedTests } from "./tests/affected-tests.ts";
import { readWorks } from "./works.ts";

/** How ready the work of one agent is to land, as `readiness --json` shows it. */
export interface BranchReadiness {
  /** Null for a detached HEAD. */
  readonly branch: string | null;
  /** Name of the agent. */
  readonly agent: string;
  /** Null: there is nothing to land. */
  readonly score: number | null;
  readonly reasons: readonly Reason[];
  /** What is worth knowing and counts for nothing. */
  readonly notes: readonly string[];
  /** Paths of tests that its changes can reach; null when nobody looked. */
  readonly tests: readonly string[] | null;
  readonly notAssessed: readonly string[];
}

export interface ReadinessReport {
  readonly branches: readonly BranchReadiness[];
  /** In which order to land all that is in progress, asked for or not. */
  readonly order: readonly { readonly branch: string | null; readonly agent: string; readonly because: string }[];
}

export interface ReadinessRequest {
  /** A branch, or the name of an agent; undefined for all that have something to land. */
  readonly of?: string | undefined;
  /** Whether to look for tests; that reads code, the first time for seconds where there is much of it. */
  readonly tests?: boolean;
}

/** How ready work in progress is to land, and in which order. Throws (usage) when nobody works on what was asked for. */
export const readReadiness = async (nerve: Nerve, view: View, { of, tests = true }: ReadinessRequest = {}): Promise<ReadinessReport> => {
  const known = await readWorks(nerve, view);
  const active = known.filter(hasWork);
  const asked = of === undefined ? active : requireWorks(known, of);
  const [works, said] = await Promise.all([askLanding(nerve, asked), readSaid(nerve, view, asked)]);
  const affected = tests ? await readTests(nerve, works) : undefined;
  const branches = works.map((work): BranchReadiness => {
    const { score, reasons, notAssessed } = readinessOf(view.state, work, othersThan(work, active));
    const found = affected?.get(work);
    return {
      branch: work.digest.branch,
      agent: work.agent.name,
      score,
      reasons,
      notes: notesOn(work, said.get(work.agent.id)),
      tests: found?.tests ?? null,
      notAssessed: [...notAssessed, ...(found?.notAssessed ?? [])],
    };
  });
  const order = landingOrder(active, openConflicts(view.state)).map(({ work, because }) => ({
    branch: work.digest.branch,
    agent: work.agent.name,
    because,
  }));
  return { branches, order };
};

/** Reading code needs much of the program, and only this asks for it. */
const readTests = async (nerve: Nerve, works: readonly Work[]): Promise<Map<Work, AffectedTests>> => {
  const { readAffectedTests } = await import("./tests/affected-tests.ts");
  return readAffectedTests(nerve, works);
};

const notesOn = ({ digest, landing: { asked, overlap } }: Work, said: string | undefined): string[] => [
  ...(asked.merge === "fails" && overlap.length === 0 ? [`Git cannot merge it into ${digest.landing} now.`] : []),
  ...(said === undefined ? [] : [said]),
];

const hasWork = ({ digest }: Work): boolean => digest.changes.length > 0;

const othersThan = (work: Work, all: readonly Work[]): Work[] => all.filter(({ agent }) => agent.id !== work.agent.id);

const requireWorks = (works: readonly Work[], words: string): Work[] => {
  const named = works.filter(({ digest }) => digest.branch === words);
  const found = named.length > 0 ? named : works.filter(({ agent }) => agent.name === words);
  if (found.length > 0) return found;
  const branches = [...new Set(works.flatMap(({ digest }) => digest.branch ?? []))];
  throw new NerveError("usage", `nobody works on a branch ${words} here`, {
    hint: branches.length > 0 ? `One of: ${branches.join(", ")}` : "See: git nerve agents",
  });
};
