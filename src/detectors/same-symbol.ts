import type { SideCode, SymbolChange } from "../model/code.ts";
import type { PairInput } from "../model/pair.ts";
import { bothAdd } from "./advisory.ts";
import type { Detector, Hazard } from "./detector.ts";
import { distanceBetween, sideEvidence, treesOf } from "./evidence.ts";
import { type Overlap, overlaps } from "./overlap.ts";
import { shownPath } from "./words.ts";

/** Two worktrees rewrite one function, method or type, in whatever lines. Git may merge that cleanly; nobody agreed on it. */
export const sameSymbol: Detector = {
  kind: "same_symbol",

  *detect(pair) {
    for (const overlap of overlaps(pair)) {
      const ours = rewritten(pair.code.ours, overlap.ours.path);
      const theirs = rewritten(pair.code.theirs, overlap.theirs.path);
      for (const [name, mine] of ours) {
        const other = theirs.get(name);
        const bothRemove = mine.change === "removed" && other?.change === "removed";
        if (other && !bothRemove && mine.own !== other.own) yield hazardOf(overlap, mine, other, pair);
      }
    }
  },
};

const listKinds: ReadonlySet<string> = new Set(["variable", "enum", "interface", "type", "struct", "field"]);

/** What a side did to what was there before. What both add is another hazard, and what both remove is none. */
const rewritten = ({ symbols }: SideCode, path: string): Map<string, SymbolChange> =>
  new Map(symbols.filter((symbol) => symbol.path === path && symbol.change !== "added").map((symbol) => [symbol.name, symbol]));

const hazardOf = ({ place, files, ours, theirs }: Overlap, mine: SymbolChange, other: SymbolChange, pair: PairInput): Hazard => {
  const { name } = mine;
  const [kind = mine.kind] = [mine, other].flatMap((one) => (one.change === "removed" ? [] : [one.kind])).sort();
  const removed = mine.change === "removed" || other.change === "removed";
  const edits = [pair.ours.edits.get(ours.path), pair.theirs.edits.get(theirs.path)] as const;
  // A list that both add entries to holds both in the end; what is done with a function's lines is another matter.
  const list = listKinds.has(kind) && !removed && bothAdd(...edits) !== null;
  return {
    place: `${place}#${name}`,
    severity: list ? "low" : "high",
    files,
    symbols: [name],
    summary: removed
      ? `${kind} ${shownPath(name)} in ${shownPath(place)} is being changed in one worktree and removed in the other`
      : `${kind} ${shownPath(name)} in ${shownPath(place)} is being changed in both worktrees`,
    evidence: {
      path: place,
      symbol: name,
      symbolKind: kind,
      distance: distanceBetween(...edits),
      ours: { ...sideEvidence(ours, edits[0]), change: mine.change, lines: [mine.line, mine.endLine] },
      theirs: { ...sideEvidence(theirs, edits[1]), change: other.change, lines: [other.line, other.endLine] },
      trees: treesOf(pair),
    },
    suggestedAction: removed
      ? `Agree on whether ${shownPath(name)} is still needed before either side lands.`
      : `Ask the other side what it changes in ${shownPath(name)} before you go on; whoever lands second reads the merged ${kind} again as a whole.`,
  };
};
