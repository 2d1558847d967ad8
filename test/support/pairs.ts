import type { Change, Hunk } from "../../src/model/change.ts";
import { type Edit, type Merge, type MergeConflict, noCode, type PairInput, type PairSide } from "../../src/model/pair.ts";

/** A change in as few words as a test needs: modified from blob "0" to `newBlob`, unless said otherwise. */
export const change = (path: string, newBlob: string | null, fields: Partial<Change> = {}): Change => ({
  path,
  status: newBlob === null ? "deleted" : "modified",
  oldMode: "100644",
  newMode: newBlob === null ? null : "100644",
  oldBlob: "0",
  newBlob,
  package: null,
  ...fields,
});

/** A text edit that touches these base lines, `[start, count]` each. */
export const edit = (hunks: readonly (readonly [start: number, count: number])[], appendsOnly = false): Edit => ({
  kind: "text",
  hunks: hunks.map(([start, count]): Hunk => ({ start, count, added: 1 })),
  appendsOnly,
  entries: null,
});

export const side = (snapshot: string, changes: readonly Change[], edits: Record<string, Edit> = {}): PairSide => ({
  snapshot,
  changes: new Map(changes.map((one) => [one.path, one])),
  edits: new Map(Object.entries(edits)),
});

/** A prediction of git's: clean unless there are conflicts. */
export const predicted = (...conflicts: readonly (readonly [kind: string, ...paths: string[]])[]): Merge => ({
  kind: "predicted",
  clean: conflicts.length === 0,
  tree: "merged",
  conflicts: conflicts.map(([kind, ...paths]): MergeConflict => ({
    kind,
    type: `CONFLICT (${kind})`,
    paths,
    message: `${kind} in ${paths[0]}`,
  })),
  stages: conflicts.map(([, path = ""]) => ({
    path,
    base: { mode: "100644", blob: "0" },
    ours: { mode: "100644", blob: "1" },
    theirs: { mode: "100644", blob: "2" },
  })),
});

export const pair = (ours: PairSide, theirs: PairSide, merge: Merge = predicted()): PairInput => ({
  base: "base",
  ours,
  theirs,
  merge,
  code: noCode,
  notAssessed: [],
});
