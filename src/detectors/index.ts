import type { JsonObject } from "../base/canonical-json.ts";
import { type ConflictKind, conflictKinds, type Finding } from "../model/conflict.ts";
import type { PairInput } from "../model/pair.ts";
import { compareSeverity } from "../model/severity.ts";
import { dependencyDrift } from "./dependency-drift.ts";
import type { Detector } from "./detector.ts";
import { duplicateSymbol } from "./duplicate-symbol.ts";
import { mergeConflict } from "./merge-conflict.ts";
import { migrationOrder } from "./migration-order.ts";
import { sameFile } from "./same-file.ts";
import { samePackage } from "./same-package.ts";
import { sameSymbol } from "./same-symbol.ts";
import { semanticConflict } from "./semantic-conflict.ts";
import { staleGenerated } from "./stale-generated.ts";
import { shownPaths } from "./words.ts";

/** All there are. A new hazard is its own file and one line here, and a word in `conflictKinds`, which says who outranks whom. */
export const detectors: readonly Detector[] = [
  mergeConflict,
  migrationOrder,
  semanticConflict,
  sameSymbol,
  duplicateSymbol,
  dependencyDrift,
  staleGenerated,
  sameFile,
  samePackage,
];

/**
 * What two worktrees should know of each other, strongest kind first, then by place. Of what several detectors say about the same files only the
 * strongest is kept, with the others' kinds in its evidence as `also`; a hazard of the pair as a whole speaks only when nothing else does; and
 * more than 20 of one kind become one, with place "*".
 */
export const detectPair = (pair: PairInput): Finding[] => {
  const findings: Finding[] = [];
  for (const detector of inOrder) {
    // In order of place, whichever side a detector went by: who speaks for whom must not depend on the side it is seen from.
    const found = [...detector.detect(pair)].map((hazard): Finding => ({ kind: detector.kind, ...hazard })).sort(byPlace);
    findings.push(...heard(found, findings, detector));
  }
  return conflictKinds.flatMap((kind) => collapsed(kind, findings.filter((finding) => finding.kind === kind).sort(byPlace)));
};

const inOrder = [...detectors].sort((a, b) => conflictKinds.indexOf(a.kind) - conflictKinds.indexOf(b.kind));

const byPlace = (a: Finding, b: Finding): number => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0);

/** Those of `found` that nothing stronger in `spoken` speaks for; the stronger ones learn what they replace. */
const heard = (found: readonly Finding[], spoken: Finding[], { standsAt }: Detector): Finding[] => {
  if (spoken.length === 0) return [...found];
  const speakers = new Map(spoken.flatMap((finding, at) => finding.files.map((file) => [file, at])));
  return found.filter((weaker) => {
    if (weaker.place === "") return false;
    const needed = standsAt?.(weaker);
    const speaking = (needed ?? [weaker.place, ...weaker.files]).map((file) => speakers.get(file));
    const at = needed?.length === 0 || (needed && speaking.includes(undefined)) ? undefined : speaking.find((place) => place !== undefined);
    const stronger = at === undefined ? undefined : spoken[at];
    if (at === undefined || !stronger) return true;
    spoken[at] = speakingFor(stronger, weaker);
    return false;
  });
};

const speakingFor = (stronger: Finding, weaker: Finding): Finding => ({
  ...stronger,
  severity: compareSeverity(weaker.severity, stronger.severity) > 0 ? weaker.severity : stronger.severity,
  symbols: [...new Set([...stronger.symbols, ...weaker.symbols])].sort().slice(0, 100),
  evidence: { ...stronger.evidence, also: alsoWith(stronger.evidence, weaker.kind) },
});

const alsoWith = ({ also }: JsonObject, kind: ConflictKind): string[] => [
  ...new Set([...(Array.isArray(also) ? also.filter((one) => typeof one === "string") : []), kind]),
];

const collapsed = (kind: ConflictKind, findings: readonly Finding[]): Finding[] => {
  const [first] = findings;
  if (!first || findings.length <= 20) return [...findings];
  const files = [...new Set(findings.flatMap((finding) => finding.files))].sort();
  return [
    {
      kind,
      severity: findings.map(({ severity }) => severity).reduce((a, b) => (compareSeverity(a, b) >= 0 ? a : b)),
      place: "*",
      files: files.slice(0, 100),
      symbols: [...new Set(findings.flatMap((finding) => finding.symbols))].sort().slice(0, 100),
      summary: `${sentences[kind](findings.length)}: ${shownPaths(findings.map(({ place }) => place))}`,
      evidence: {
        count: findings.length,
        fileCount: files.length,
        first: findings.slice(0, 20).map(({ place, severity, summary }) => ({ place, severity, summary })),
        trees: first.evidence["trees"] ?? null,
      },
      suggestedAction: "The two worktrees work on the same thing: agree on who goes first, and let the other one rebase.",
    },
  ];
};

const sentences: Readonly<Record<ConflictKind, (places: number) => string>> = {
  merge_conflict: (places) => `Git cannot merge what both worktrees did in ${places} places`,
  migration_order: (places) => `Migrations of both worktrees claim ${places} places in one sequence`,
  semantic_conflict: (places) => `One worktree changes ${places} things that the other one uses as they were`,
  same_symbol: (places) => `Both worktrees change ${places} functions or types`,
  duplicate_symbol: (places) => `Both worktrees add ${places} things of the same name`,
  dependency_drift: (places) => `The two worktrees take ${places} dependencies to different versions`,
  stale_generated: (places) => `${places} generated files no longer fit what they are generated from`,
  same_file: (places) => `Both worktrees change ${places} files`,
  same_package: (places) => `Both worktrees change ${places} packages`,
};
