import type { ConflictRecord } from "../../model/conflict.ts";
import type { AgentId } from "../../model/ids.ts";
import { compareSeverity } from "../../model/severity.ts";
import type { AgentRecord, State } from "../../model/state.ts";
import { openConflicts } from "../select.ts";
import { standsOn, type Work } from "./work.ts";

/** One thing that stands between a branch and its landing. */
export interface Reason {
  readonly points: number;
  /** A sentence. */
  readonly reason: string;
  /** What to do about it. */
  readonly action: string;
}

/**
 * What each thing costs. A high conflict leaves 70 at most, a blocking one 30: nothing makes up for them. The landing branch counts as one more
 * party: having changed the same files costs as much as a high conflict.
 */
export const readinessPoints = {
  conflict: { blocking: 70, high: 30, medium: 10, low: 2, info: 0 },
  /** Each further conflict of medium or worse with the same agent, up to three. */
  furtherConflict: 5,
  overlapsLanding: 30,
  nothingCommitted: 20,
  blocked: 20,
  notAllCommitted: 10,
  detached: 10,
  standsOnOther: 10,
  forked: 10,
  notAssessed: 10,
  partNotAssessed: 5,
  behind: 5,
} as const;

/** Everything that stands between `work` and its landing, beside `others` who work at the same time. */
export function* reasonsOf(state: State, work: Work, others: readonly Work[]): Generator<Reason> {
  yield* conflictReasons(state, work.agent.id);
  yield* landingReasons(work);
  yield* commitReasons(work);
  yield* blockReasons(state, work.agent);
  for (const other of others) yield* neighbourReasons(work, other);
  yield* gapReasons(work);
}

/** One reason for each agent it is in conflict with: the worst of what is open between the two speaks. */
function* conflictReasons(state: State, self: AgentId): Generator<Reason> {
  const byOther = new Map<AgentId, ConflictRecord[]>();
  for (const conflict of openConflicts(state)) {
    if (!conflict.agents.some(({ id }) => id === self)) continue;
    const other = conflict.agents.find(({ id }) => id !== self)?.id ?? self;
    byOther.set(other, [...(byOther.get(other) ?? []), conflict]);
  }
  for (const [id, conflicts] of byOther) {
    const [worst, ...rest] = conflicts.toSorted((a, b) => compareSeverity(b.severity, a.severity));
    if (!worst || worst.severity === "info") continue;
    const other = worst.agents.find((party) => party.id === id)?.name ?? "another agent";
    const further = rest.filter(({ severity }) => compareSeverity(severity, "medium") >= 0).length;
    const which =
      rest.length === 0
        ? `A ${worst.severity} conflict with ${other}`
        : `${conflicts.length} conflicts with ${other}, the worst ${worst.severity}`;
    yield {
      points: readinessPoints.conflict[worst.severity] + Math.min(further, 3) * readinessPoints.furtherConflict,
      reason: `${which}: ${worst.summary}`,
      action: worst.suggestedAction,
    };
  }
}

function* landingReasons({ digest, landing: { moved, overlap, asked } }: Work): Generator<Reason> {
  const target = digest.landing ?? "the landing branch";
  const [first] = overlap;
  if (first !== undefined) {
    const files = overlap.length === 1 ? first : `${first} and ${overlap.length - 1} more`;
    yield {
      points: readinessPoints.overlapsLanding,
      reason: `${target} has changed ${files} too since this work began${outlooks[asked.merge ?? "unknown"]}`,
      action: `Bring ${target} into it and look at ${files} there.`,
    };
  }
  if (moved) {
    yield {
      points: readinessPoints.behind,
      reason: `${target} has ${asked.ahead === null ? "commits" : asked.ahead === 1 ? "a commit" : `${asked.ahead} commits`} not yet in it`,
      action: `Merge ${target} into it, or rebase it, and run the tests.`,
    };
  }
}

const outlooks = { clean: "; git merges it cleanly", fails: "; git cannot merge it", unknown: "" } as const;

function* commitReasons({ digest, uncommitted }: Work): Generator<Reason> {
  if (uncommitted === "everything") {
    const { length } = digest.changes;
    yield {
      points: readinessPoints.nothingCommitted,
      reason: length === 1 ? "Its change of one file is not committed" : `Its changes of ${length} files are not committed`,
      action: "Commit them: only commits can land.",
    };
  }
  if (uncommitted === "some") {
    yield {
      points: readinessPoints.notAllCommitted,
      reason: "Not everything in its worktree is committed",
      action: "Commit what belongs to it, and take the rest away.",
    };
  }
  if (digest.branch === null) {
    yield {
      points: readinessPoints.detached,
      reason: "Its HEAD is detached: it has no branch that could land",
      action: "Give it one: git switch -c <name>.",
    };
  }
}

function* blockReasons(state: State, agent: AgentRecord): Generator<Reason> {
  const tasks = [...state.tasks.values()].filter(({ id, owner }) => id === agent.task || owner === agent.id);
  const blocked = tasks.find(({ status }) => isBlocked(status));
  if (!blocked && !isBlocked(agent.status)) return;
  yield {
    points: readinessPoints.blocked,
    reason: blocked ? `Its task ${blocked.id} is blocked` : `${agent.name} says of itself that it is blocked`,
    action: blocked
      ? "Settle what the task waits for, and publish task_updated."
      : "Settle what it waits for, and publish agent_status_changed.",
  };
}

const isBlocked = (status: string): boolean => status.toLowerCase() === "blocked";

function* neighbourReasons(work: Work, other: Work): Generator<Reason> {
  const label = other.digest.branch ?? other.agent.name;
  if (standsOn(work, other)) {
    yield {
      points: readinessPoints.standsOnOther,
      reason: `It stands on ${label}, which has not landed`,
      action: `Land ${label} first.`,
    };
  } else if (isForkOf(work, other)) {
    yield {
      points: readinessPoints.forked,
      reason: `${other.agent.name} has commits on ${label} that are not in it`,
      action: `Bring the two branches called ${label} together first.`,
    };
  }
}

/** Two clones have a branch of that name, and the other one's has commits that this one lacks. */
const isForkOf = ({ digest }: Work, { digest: other }: Work): boolean =>
  digest.branch !== null &&
  digest.branch === other.branch &&
  other.head !== null &&
  ![digest.head, digest.base, ...digest.commits, other.base].includes(other.head);

function* gapReasons({ digest }: Work): Generator<Reason> {
  const whole = digest.notAssessed.find(({ path }) => path === "");
  const parts = digest.notAssessed.filter(({ path }) => path !== "");
  if (whole) {
    yield {
      points: readinessPoints.notAssessed,
      reason: `It could not be assessed as a whole: ${whole.reason}`,
      action: "Mend that, or look at it yourself before it lands.",
    };
  }
  const [part] = parts;
  if (part) {
    const places = parts.length === 1 ? part.path : `${part.path} and ${parts.length - 1} more`;
    yield {
      points: readinessPoints.partNotAssessed,
      reason: `${places} could not be assessed: ${part.reason}`,
      action: "Look at it yourself before it lands.",
    };
  }
}
