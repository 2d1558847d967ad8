import type { Change } from "../model/change.ts";
import type { PairSide } from "../model/pair.ts";
import type { Detector } from "./detector.ts";
import { treesOf } from "./evidence.ts";
import { sameResult } from "./overlap.ts";
import { shownPaths } from "./words.ts";

/** Both worktrees work in one package, in different files of it. Said once per pair, whatever the number of packages. */
export const samePackage: Detector = {
  kind: "same_package",

  *detect(pair) {
    const ours = filesByPackage(pair.ours, pair.theirs);
    const theirs = filesByPackage(pair.theirs, pair.ours);
    const shared = [...ours.keys()].filter((name) => theirs.has(name)).sort();
    if (shared.length === 0) return;
    const filesIn = (side: ReadonlyMap<string, readonly string[]>) => shared.flatMap((name) => side.get(name) ?? []).sort();
    const [ourFiles, theirFiles] = [filesIn(ours), filesIn(theirs)];
    const names = shared.map((name) => (name === "" ? "the root package" : `package ${name}`));
    yield {
      place: "",
      severity: "medium",
      files: [...new Set([...ourFiles.slice(0, most), ...theirFiles.slice(0, most)])].sort(),
      symbols: [],
      summary: `Both worktrees change ${shownPaths(names)}, in different files`,
      evidence: {
        packages: shared.slice(0, most),
        ours: { files: ourFiles.slice(0, most), fileCount: ourFiles.length },
        theirs: { files: theirFiles.slice(0, most), fileCount: theirFiles.length },
        trees: treesOf(pair),
      },
      suggestedAction: "Tell each other what you are changing in it; dismiss this if the work is unrelated.",
    };
  },
};

const most = 20;

/** Files that belong to no package say nothing, and neither does what both sides did alike. */
const filesByPackage = (side: PairSide, other: PairSide): Map<string, string[]> => {
  const packages = new Map<string, string[]>();
  for (const change of side.changes.values()) {
    if (change.package === null || isShared(change, other)) continue;
    packages.set(change.package, [...(packages.get(change.package) ?? []), change.path]);
  }
  return packages;
};

const isShared = (change: Change, other: PairSide): boolean => {
  const twin = other.changes.get(change.path);
  return twin !== undefined && sameResult(change, twin);
};
