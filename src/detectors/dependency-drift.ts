import type { JsonObject } from "../base/canonical-json.ts";
import type { PairInput, PairSide } from "../model/pair.ts";
import { isLockfile } from "./advisory.ts";
import type { Demand, Drift } from "./dependencies/demands.ts";
import { dependencyDrifts } from "./dependencies/drifts.ts";
import { lockOf } from "./dependencies/lockfiles.ts";
import type { Detector, Hazard } from "./detector.ts";
import { treesOf } from "./evidence.ts";
import { type Overlap, overlaps } from "./overlap.ts";
import { folderOf, nameOf } from "../base/paths.ts";
import { shownPath } from "./words.ts";

/** One dependency is taken to two versions; or a lock file, which follows from all versions together, is written on both sides. */
export const dependencyDrift: Detector = {
  kind: "dependency_drift",
  standsAt: ({ files }) => files,

  *detect(pair) {
    const places = new Set<string>();
    for (const drift of dependencyDrifts(pair)) {
      const hazard = hazardOf(drift, pair);
      if (places.has(hazard.place)) continue;
      places.add(hazard.place);
      yield hazard;
    }
    for (const overlap of overlaps(pair)) {
      if (overlap.files.every(isLockfile) && overlap.ours.newBlob !== null && overlap.theirs.newBlob !== null)
        yield lockHazard(overlap, pair);
    }
  },
};

const hazardOf = ({ ecosystem, name, ours, theirs }: Drift, pair: PairInput): Hazard => {
  const files = [...new Set([ours.manifest, theirs.manifest])].sort();
  const shown = shownPath(name);
  const [one, two] = [outcome(ours, files), outcome(theirs, files)].sort();
  return {
    place: files.length === 1 ? `${files.join("")}#${name}` : `${ecosystem}:${name}`,
    severity: "medium",
    files,
    symbols: [],
    summary: `${shown}: one worktree ${one}, the other ${two}${files.length === 1 ? ` (${shownPath(files.join(""))})` : ""}`,
    evidence: { ecosystem, dependency: name, ours: demandEvidence(ours), theirs: demandEvidence(theirs), trees: treesOf(pair) },
    suggestedAction: `Agree on one version of ${shown} before either side lands, and install again after the merge.`,
  };
};

const outcome = ({ wants, manifest }: Demand, files: readonly string[]): string => {
  const what = wants === null ? "removes it" : wants === "" ? "takes any version" : `takes it to ${shownPath(wants)}`;
  return files.length === 1 ? what : `${what} in ${shownPath(manifest)}`;
};

const demandEvidence = ({ manifest, section, before, wants }: Demand): JsonObject => ({ manifest, section, before, wants });

const lockHazard = ({ place, files, ours, theirs }: Overlap, pair: PairInput): Hazard => {
  const lock = lockOf(place);
  const manifests = { ours: manifestsBeside(ours.path, pair.ours), theirs: manifestsBeside(theirs.path, pair.theirs) };
  return {
    place,
    severity: "low",
    files,
    symbols: [],
    summary: `${shownPath(place)} is written anew in both worktrees, for different dependencies`,
    evidence: {
      lockfile: place,
      manager: lock?.manager ?? null,
      ours: { blob: ours.newBlob, manifests: manifests.ours },
      theirs: { blob: theirs.newBlob, manifests: manifests.theirs },
      trees: treesOf(pair),
    },
    suggestedAction: lock
      ? `Run \`${lock.command}\` after the merge, so that ${shownPath(place)} fits both sides' dependencies.`
      : `Let the tool that writes ${shownPath(place)} write it again after the merge.`,
  };
};

/** The manifests that a side changed and that the lock file follows from: beside it or, in a workspace, below. */
const manifestsBeside = (lockfile: string, { changes }: PairSide): string[] => {
  const [folder, names] = [folderOf(lockfile), lockOf(lockfile)?.manifests ?? []];
  return [...changes.keys()].filter((path) => names.includes(nameOf(path)) && (folder === "" || path.startsWith(`${folder}/`))).sort();
};
