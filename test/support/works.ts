import { conflictOpened } from "../../src/events/conflict-opened.ts";
import { emptyState } from "../../src/fold/empty-state.ts";
import { fold } from "../../src/fold/fold.ts";
import { notAsked, type Work } from "../../src/fold/readiness/work.ts";
import type { Change } from "../../src/model/change.ts";
import type { Conflict } from "../../src/model/conflict.ts";
import type { Digest } from "../../src/model/digest.ts";
import type { Draft } from "../../src/model/event.ts";
import type { State } from "../../src/model/state.ts";
import { idOf, inTurn, joining, laptop } from "./plane.ts";

/** An object id made up from a word. */
export const oidOf = (word: string): string => Buffer.from(word.padEnd(20, "·")).toString("hex").slice(0, 40);

/** What differs from clean, committed work on one file, on a branch called like the agent, that landed on the newest main. */
export interface WorkOptions extends Partial<Omit<Digest, "changes">>, Partial<Pick<Work, "uncommitted" | "local">> {
  /** How main stands to it. */
  readonly towards?: Work["landing"];
  readonly files?: readonly string[];
  readonly joinedAt?: string;
}

/** The work of the agent of that name. */
export const workOf = (name: string, options: WorkOptions = {}): Work => {
  const { files = [`${name}.ts`], joinedAt = "2030-01-01T00:00:00Z", uncommitted = "nothing", towards, local = true, ...digest } = options;
  const joined = fold(emptyState(), inTurn([joining(name)])).agents.get(idOf(name));
  if (!joined) throw new Error(`${name} did not join`);
  return {
    agent: { ...joined, joinedAt },
    local,
    uncommitted,
    landing: towards ?? { moved: false, overlap: [], asked: notAsked },
    digest: {
      agent: idOf(name),
      writer: laptop,
      name,
      branch: name,
      landing: "main",
      base: oidOf("main"),
      head: oidOf(name),
      commits: [oidOf(name)],
      snapshot: oidOf(`${name} tree`),
      changes: files.map(added),
      notAssessed: [],
      counter: 1,
      presence: { pid: null, startedAt: null, lastSeen: "2030-01-01T00:00:00Z", live: true },
      ...digest,
    },
  };
};

const added = (path: string): Change => ({
  path,
  status: "added",
  oldMode: null,
  newMode: "100644",
  oldBlob: null,
  newBlob: oidOf(path),
  package: null,
});

/** A state in which these agents are present, the conflicts are open, and something was said after that. */
export const stateWith = (names: readonly string[], conflicts: readonly Conflict[] = [], said: readonly Draft[] = []): State =>
  fold(
    emptyState(),
    inTurn([...names.map((name) => joining(name)), ...conflicts.map((conflict) => conflictOpened.draft({ conflict })), ...said]),
  );
