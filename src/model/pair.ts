import type { Change, Hunk, NotAssessed } from "./change.ts";
import type { Break, PairCode } from "./code.ts";
import type { Oid } from "./ids.ts";

/** How one side changed the content of one file, in the line numbers of the pair's base. */
export type Edit =
  | {
      readonly kind: "text";
      readonly hunks: readonly Hunk[];
      /** Nothing but new lines after the last one, as in registries, barrels and changelogs. */
      readonly appendsOnly: boolean;
      /**
       * When nothing but entries of lists was added, wherever they stand (imports, re-exports, bullets, lines that end in a comma): their keys, or
       * whole lines where they have none. Else null.
       */
      readonly entries: readonly string[] | null;
    }
  | { readonly kind: "binary" };

/** A file as it stands in a tree. */
export interface Entry {
  readonly mode: string;
  readonly blob: Oid;
}

/** What a conflicting path is in the base and on both sides; null where it is not there. */
export interface Stages {
  readonly path: string;
  readonly base: Entry | null;
  readonly ours: Entry | null;
  readonly theirs: Entry | null;
}

/** One reason why git cannot merge. */
export interface MergeConflict {
  /** In a word: content, add/add, modify/delete, rename/rename, rename/delete, rename/add, file/directory, directory rename, submodule, binary, … */
  readonly kind: string;
  /** Git's own stable name, for example "CONFLICT (contents)". */
  readonly type: string;
  /** The path it is about first, then the others involved. */
  readonly paths: readonly string[];
  /** Git's sentence, with the sides called "one side" and "the other side"; at most 500 characters. */
  readonly message: string;
}

/** What git would say if the two sides were merged now. */
export interface MergePrediction {
  readonly kind: "predicted";
  /** Nothing that both sides did collides. */
  readonly clean: boolean;
  /** The merged tree; with conflict markers in it unless clean. */
  readonly tree: Oid;
  readonly conflicts: readonly MergeConflict[];
  readonly stages: readonly Stages[];
}

export type Merge =
  | MergePrediction
  /** Somebody should have merged and could not. */
  | { readonly kind: "not_assessed"; readonly reason: string }
  /** The sides touch nothing in common, so there is nothing to merge. */
  | { readonly kind: "not_needed" };

export interface PairSide {
  readonly snapshot: Oid;
  /** By path: what this side did itself since the pair's base. What it merely took over from elsewhere is not in it. */
  readonly changes: ReadonlyMap<string, Change>;
  /** By path: edits of files that the other side changed too. A path without an entry was not looked into. */
  readonly edits: ReadonlyMap<string, Edit>;
}

/** All that detectors need to know about two worktrees, whoever they are. */
export interface PairInput {
  /** Commit (or tree) both sides are compared with; null when there is none or nobody needed it. */
  readonly base: Oid | null;
  readonly ours: PairSide;
  readonly theirs: PairSide;
  readonly merge: Merge;
  readonly code: PairCode;
  readonly notAssessed: readonly NotAssessed[];
}

/** Of a pair whose code nobody read. */
export const noCode: PairCode = {
  ours: { symbols: [], reformatted: [], marks: [] },
  theirs: { symbols: [], reformatted: [], marks: [] },
  breaks: [],
  known: new Set(),
  texts: new Map(),
  config: new Map(),
};

/** The same pair seen from the other side. */
export const mirroredPair = (pair: PairInput): PairInput => ({
  ...pair,
  ours: pair.theirs,
  theirs: pair.ours,
  merge: pair.merge.kind === "predicted" ? { ...pair.merge, stages: pair.merge.stages.map(mirroredStages) } : pair.merge,
  code: { ...pair.code, ours: pair.code.theirs, theirs: pair.code.ours, breaks: pair.code.breaks.map(mirroredBreak) },
});

const mirroredBreak = (one: Break): Break => ({ ...one, by: one.by === "ours" ? "theirs" : "ours" });

const mirroredStages = (stages: Stages): Stages => ({ ...stages, ours: stages.theirs, theirs: stages.ours });
