import type { Change } from "../model/change.ts";
import type { SymbolChange } from "../model/code.ts";
import type { PairInput } from "../model/pair.ts";
import type { Severity } from "../model/severity.ts";
import { bothAdd, isLockfile, isProse } from "./advisory.ts";
import type { Detector, Hazard } from "./detector.ts";
import { formatOf } from "./dependencies/index.ts";
import { distanceBetween, sideEvidence, treesOf } from "./evidence.ts";
import { type Overlap, overlaps } from "./overlap.ts";
import { shownPath } from "./words.ts";

/** Both worktrees change one file. Git may merge that cleanly; nobody agreed on it. */
export const sameFile: Detector = {
  kind: "same_file",

  *detect(pair) {
    for (const overlap of overlaps(pair)) yield hazardOf(overlap, pair);
  },
};

const hazardOf = (overlap: Overlap, pair: PairInput): Hazard => {
  const { place, files, ours, theirs } = overlap;
  const edits = [pair.ours.edits.get(ours.path), pair.theirs.edits.get(theirs.path)] as const;
  const mergesCleanly = mergesCleanlyAt(files, pair);
  const distance = distanceBetween(...edits);
  const binary = edits.some((edit) => edit?.kind === "binary");
  const added = bothAdd(...edits) !== null;
  const apart = mergesCleanly === true && (isProse(place) || worksElsewhere(overlap, pair) || isReadManifest(overlap, pair));
  const reformatted = pair.code.ours.reformatted.includes(ours.path) || pair.code.theirs.reformatted.includes(theirs.path);
  const mild = files.every(isLockfile) || added || (mergesCleanly !== false && (reformatted || isMildBesideAnEdit(ours, theirs)));
  const severity: Severity = mild ? "low" : apart ? "medium" : "high";
  return {
    place,
    severity,
    files,
    symbols: [],
    summary: `${shownPath(place)} is being changed in both worktrees${outlook(mergesCleanly, distance, binary)}`,
    evidence: {
      path: place,
      mergesCleanly,
      ...(pair.merge.kind === "not_assessed" && { reason: pair.merge.reason }),
      distance,
      binary,
      appendOnly: added,
      generated: files.every(isLockfile),
      ours: sideEvidence(ours, edits[0]),
      theirs: sideEvidence(theirs, edits[1]),
      trees: treesOf(pair),
    },
    suggestedAction: mild
      ? `Nothing to do now; look at ${shownPath(place)} again after merging.`
      : apart
        ? `Each of you works on another part of ${shownPath(place)}: look at it as a whole once it is merged.`
        : `Ask the other side what it changes in ${shownPath(place)} before you go on, or leave the file to one of you.`,
  };
};

/** Both were read as code, and each changed definitions that the other left alone. */
const worksElsewhere = ({ ours, theirs }: Overlap, { code }: PairInput): boolean => {
  const namesIn = (symbols: readonly SymbolChange[], path: string) =>
    new Set(symbols.filter((symbol) => symbol.path === path).map(({ name }) => name));
  const [mine, others] = [namesIn(code.ours.symbols, ours.path), namesIn(code.theirs.symbols, theirs.path)];
  return mine.size > 0 && others.size > 0 && ![...mine].some((name) => others.has(name));
};

/** What both sides depend on was compared: a dependency that they take to two versions is told as such. */
const isReadManifest = ({ place, ours, theirs }: Overlap, { code }: PairInput): boolean =>
  formatOf(place) !== undefined && [ours, theirs].every(({ newBlob }) => newBlob !== null && code.texts.has(newBlob));

const mergesCleanlyAt = (files: readonly string[], { merge }: PairInput): boolean | null => {
  if (merge.kind !== "predicted") return null;
  return !merge.conflicts.some(({ paths }) => paths.some((path) => files.includes(path)));
};

/** A move or a new mode leaves the content alone: git carries the other side's edit along. */
const isMildBesideAnEdit = (ours: Change, theirs: Change): boolean => leavesContent(ours) || leavesContent(theirs);
const leavesContent = ({ oldBlob, newBlob }: Change): boolean => oldBlob !== null && oldBlob === newBlob;

const outlook = (mergesCleanly: boolean | null, distance: number | null, binary: boolean): string => {
  if (mergesCleanly === null) return binary ? "; it is binary and cannot be merged" : "; whether it merges is not known";
  if (mergesCleanly === false) return "; git cannot merge it";
  if (distance === null) return "; git merges it cleanly";
  return distance === 0
    ? ", at the same lines; git merges it cleanly"
    : `, ${distance} ${distance === 1 ? "line" : "lines"} apart; git merges it cleanly`;
};
