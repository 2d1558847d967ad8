import type { Oid } from "../../model/ids.ts";
import type { PairInput } from "../../model/pair.ts";
import { overlaps } from "../overlap.ts";
import { type ChangedManifest, changedManifests, demandsReader } from "./changed-manifests.ts";
import type { Drift } from "./demands.ts";
import { driftsAcross } from "./drift-across.ts";
import { driftsWithin } from "./drift-within.ts";
import { formatOf } from "./index.ts";
import { workspacePaths } from "./workspace.ts";

/** Drifts in the manifests that both sides changed, then those between manifests of one workspace. */
export function* dependencyDrifts(pair: PairInput): Generator<Drift> {
  const read = demandsReader(pair);
  const told = new Set<string>();
  for (const { ours, theirs } of overlaps(pair)) {
    const format = formatOf(ours.path);
    if (!format || formatOf(theirs.path) !== format || ours.newBlob === null || theirs.newBlob === null) continue;
    const [base, mine, others] = [ours.oldBlob, ours.newBlob, theirs.newBlob].map((blob) => read(blob, format));
    if (!base || !mine || !others) continue;
    const paths = { ours: ours.path, theirs: theirs.path };
    for (const drift of driftsWithin({ ecosystem: format.ecosystem, paths, base, ours: mine, theirs: others })) {
      told.add(keyOf(drift));
      yield drift;
    }
  }
  for (const drift of driftsAcross(pair, read)) if (!told.has(keyOf(drift))) yield drift;
}

/** Blobs that `dependencyDrifts` wants to read: the manifests that have a counterpart on the other side, and what makes them one workspace. */
export const manifestTexts = (pair: PairInput): Oid[] => {
  const within = overlaps(pair).flatMap(({ ours, theirs }) => (formatOf(ours.path) ? [ours.oldBlob, ours.newBlob, theirs.newBlob] : []));
  const across = relatives(pair).flatMap(({ change }) => [change.oldBlob, change.newBlob]);
  const settings = workspaceSettings(pair).flatMap((path) => [pair.ours, pair.theirs].map(({ changes }) => changes.get(path)?.newBlob));
  return [...within, ...across, ...settings].filter((blob) => blob !== null && blob !== undefined);
};

/** Paths of the files that may declare a workspace, wherever it matters. */
export const workspaceSettings = (pair: PairInput): string[] => [
  ...new Set(relatives(pair).flatMap(({ path, format }) => workspacePaths(path, format.ecosystem))),
];

/** Changed manifests of the ecosystems in which the sides changed different ones. */
const relatives = ({ ours, theirs }: PairInput): ChangedManifest[] => {
  const [mine, others] = [changedManifests(ours, theirs), changedManifests(theirs, ours)];
  const isRelated = ({ path, format }: ChangedManifest, other: ChangedManifest): boolean =>
    other.format.ecosystem === format.ecosystem && other.path !== path;
  return [
    ...mine.filter((manifest) => others.some((other) => isRelated(manifest, other))),
    ...others.filter((manifest) => mine.some((other) => isRelated(manifest, other))),
  ];
};

const keyOf = ({ ecosystem, name }: Drift): string => JSON.stringify([ecosystem, name]);
