import type { MergeConflict, MergePrediction, PairInput } from "../model/pair.ts";
import { bothAdd, isLockfile } from "./advisory.ts";
import type { Detector, Hazard } from "./detector.ts";
import { distanceBetween, sideEvidence, treesOf } from "./evidence.ts";
import { type Overlap, overlaps } from "./overlap.ts";
import { shownPath, shownPaths } from "./words.ts";

/** Git cannot merge what the two worktrees hold right now. */
export const mergeConflict: Detector = {
  kind: "merge_conflict",

  *detect(pair) {
    if (pair.merge.kind !== "predicted") return;
    const byPlace = new Map<string, MergeConflict[]>();
    for (const conflict of pair.merge.conflicts) {
      const place = conflict.paths[0] ?? "";
      byPlace.set(place, [...(byPlace.get(place) ?? []), conflict]);
    }
    const shared = overlaps(pair);
    for (const [place, conflicts] of byPlace) {
      const files = [...new Set(conflicts.flatMap(({ paths }) => paths))].sort();
      const overlap = shared.find((one) => one.files.some((file) => files.includes(file)));
      yield hazardAt({ place, files, overlap, ...tellingOne(conflicts) }, pair, pair.merge);
    }
  },
};

interface Failure extends MergeConflict {
  readonly place: string;
  readonly files: readonly string[];
  /** What both sides did to the file, unless it is about a file of one and a folder of the other. */
  readonly overlap: Overlap | undefined;
}

const hazardAt = ({ place, files, overlap, kind, type, message }: Failure, pair: PairInput, merge: MergePrediction): Hazard => {
  const edits = [pair.ours.edits.get(overlap?.ours.path ?? place), pair.theirs.edits.get(overlap?.theirs.path ?? place)] as const;
  const added = kind === "content" ? bothAdd(...edits) : null;
  const generated = files.every(isLockfile);
  const advice = added ? keepBoth : generated ? regenerate : (advices[kind] ?? talk);
  return {
    place,
    severity: added || generated ? "low" : "high",
    files,
    symbols: [],
    summary: added
      ? `${shownPath(place)}: both worktrees add ${added}`
      : `${shownPath(place)}: ${(sentences[kind] ?? ((_files) => "git cannot merge what both worktrees did"))(files)}`,
    evidence: {
      type: kind,
      gitType: type,
      files,
      message,
      distance: distanceBetween(...edits),
      appendOnly: added !== null,
      generated,
      stages: merge.stages
        .filter(({ path }) => files.includes(path))
        .map(({ path, base, ours, theirs }) => ({
          path,
          base: base && { ...base },
          ours: ours && { ...ours },
          theirs: theirs && { ...theirs },
        })),
      ours: sideEvidence(overlap?.ours, edits[0]),
      theirs: sideEvidence(overlap?.theirs, edits[1]),
      trees: treesOf(pair),
    },
    suggestedAction: advice(shownPath(place)),
  };
};

/** A binary file is reported twice, as binary and as content: the special reason tells more. */
const tellingOne = (conflicts: readonly MergeConflict[]): MergeConflict =>
  conflicts.find(({ kind }) => kind === "binary") ??
  conflicts.find(({ kind }) => kind !== "content") ??
  conflicts[0] ?? { kind: "unknown", type: "", paths: [], message: "" };

const sentences: Readonly<Record<string, (files: readonly string[]) => string>> = {
  content: () => "both worktrees change the same lines, git cannot merge them",
  "add/add": () => "both worktrees add this file with different content",
  binary: () => "both worktrees change this binary file, which cannot be merged",
  "modify/delete": () => "deleted in one worktree and changed in the other",
  "rename/delete": () => "moved in one worktree and deleted in the other",
  "rename/rename": (files) => `the two worktrees move files to places that do not fit together (${shownPaths(files)})`,
  "rename/add": () => "one worktree moves a file here, the other puts another one here",
  "file/directory": () => "a file in one worktree and a folder in the other",
  "directory rename": () => "added in one worktree to a folder that the other moves elsewhere",
  "distinct types": () => "a file in one worktree and something else, such as a link, in the other",
  submodule: () => "both worktrees move this submodule to different commits",
};

type Advice = (path: string) => string;

const keepBoth: Advice = (path) => `Keep the added lines of both sides when ${path} is merged.`;
const regenerate: Advice = () => "Let the tool that writes this file write it again after the merge.";
const talk: Advice = (path) => `Agree on who changes ${path}; whoever lands second rebases onto the first.`;
const oneOwner: Advice = (path) => `Agree on which version of ${path} stays; the other side has to redo its change on top of it.`;

const advices: Readonly<Record<string, Advice>> = {
  "add/add": (path) => `Agree on one ${path}, or give one of the two files another name.`,
  binary: oneOwner,
  submodule: oneOwner,
  "modify/delete": (path) => `Agree on whether ${path} is still needed before either side lands.`,
  "rename/delete": (path) => `Agree on whether ${path} is still needed before either side lands.`,
  "rename/rename": () => "Agree on one new place for the file.",
  "file/directory": (path) => `Give one of the two another name than ${path}.`,
  "directory rename": (path) => `Agree on where ${path} belongs once the folder has moved.`,
};
