import type { Change } from "../../model/change.ts";
import type { Oid } from "../../model/ids.ts";
import type { PairInput, PairSide } from "../../model/pair.ts";
import { overlaps } from "../overlap.ts";
import { textAt } from "../text-at.ts";
import { type Demands, demandsOf, type Drift } from "./demands.ts";
import { type ChangedManifest, driftsAcross } from "./drift-across.ts";
import { driftsWithin } from "./drift-within.ts";
import { formatOf } from "./index.ts";
import type { ManifestFormat } from "./manifest.ts";
import { inOneWorkspace, workspacePaths } from "./workspace.ts";

/** Drifts in the manifests that both sides changed, then those between manifests of one workspace. */
export function* dependencyDrifts(pair: PairInput): Generator<Drift> {
  const told = new Set<string>();
  for (const { ours, theirs } of overlaps(pair)) {
    const format = formatOf(ours.path);
    if (!format || formatOf(theirs.path) !== format) continue;
    const [base, mine, others] = [ours.oldBlob, ours.newBlob, theirs.newBlob].map((blob) => demandsIn(blob, format, pair));
    if (!base || !mine || !others || ours.newBlob === null || theirs.newBlob === null) continue;
    const paths = { ours: ours.path, theirs: theirs.path };
    for (const drift of driftsWithin({ ecosystem: format.ecosystem, paths, base, ours: mine, theirs: others })) {
      told.add(nameOf(drift));
      yield drift;
    }
  }
  for (const [a, b] of relatives(pair)) {
    if (!inOneWorkspace(a.path, b.path, a.ecosystem, (path) => textAt(path, pair.ours, pair) ?? textAt(path, pair.theirs, pair))) continue;
    const [ours, theirs] = [changed(a, pair.theirs, pair), changed(b, pair.ours, pair)];
    if (!ours || !theirs) continue;
    for (const drift of driftsAcross(ours, theirs)) {
      if (told.has(nameOf(drift))) continue;
      told.add(nameOf(drift));
      yield drift;
    }
  }
}

/** Blobs that `dependencyDrifts` wants to read: the manifests that have a counterpart on the other side. */
export const manifestTexts = (pair: PairInput): Oid[] => {
  const within = overlaps(pair).flatMap(({ ours, theirs }) => (formatOf(ours.path) ? [ours.oldBlob, ours.newBlob, theirs.newBlob] : []));
  const across = relatives(pair).flatMap(([a, b]) => [a.change.oldBlob, a.change.newBlob, b.change.oldBlob, b.change.newBlob]);
  const settings = workspaceSettings(pair).flatMap((path) => [pair.ours, pair.theirs].map(({ changes }) => changes.get(path)?.newBlob));
  return [...within, ...across, ...settings].filter((blob) => blob !== null && blob !== undefined);
};

/** Paths of the files that may declare a workspace, wherever it matters. */
export const workspaceSettings = (pair: PairInput): string[] => [
  ...new Set(relatives(pair).flatMap(([a, b]) => workspacePaths(a.path, b.path, a.ecosystem))),
];

interface Manifest {
  readonly path: string;
  readonly ecosystem: string;
  readonly format: ManifestFormat;
  readonly change: Change;
}

/** Different manifests of one ecosystem, the first changed by us and the second by them, in an order that is the same from both sides. */
const relatives = ({ ours, theirs }: PairInput): [Manifest, Manifest][] => {
  const others = manifestsOf(theirs, ours);
  const key = ([a, b]: readonly [Manifest, Manifest]): string => [a.path, b.path].sort().join("\0");
  return manifestsOf(ours, theirs)
    .flatMap((a) => others.filter((b) => a.path !== b.path && a.ecosystem === b.ecosystem).map((b): [Manifest, Manifest] => [a, b]))
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
};

const manifestsOf = (side: PairSide, other: PairSide): Manifest[] =>
  [...side.changes.values()]
    .filter(({ path, newBlob }) => newBlob !== null && other.changes.get(path)?.newBlob !== newBlob)
    .flatMap((change) => {
      const format = formatOf(change.path);
      return format ? [{ path: change.path, ecosystem: format.ecosystem, format, change }] : [];
    });

const changed = ({ path, ecosystem, format, change }: Manifest, other: PairSide, pair: PairInput): ChangedManifest | undefined => {
  const [base, now] = [demandsIn(change.oldBlob, format, pair), demandsIn(change.newBlob, format, pair)];
  const twin = other.changes.get(path);
  return base && now && { path, ecosystem, base, now, elsewhere: twin && demandsIn(twin.newBlob, format, pair) };
};

/** None of a file that is not there; undefined when its text cannot be read. */
const demandsIn = (blob: Oid | null, format: ManifestFormat, { code }: PairInput): Demands | undefined => {
  if (blob === null) return new Map();
  const text = code.texts.get(blob);
  const requirements = text === undefined ? undefined : format.read(text);
  return requirements && demandsOf(requirements);
};

const nameOf = ({ ecosystem, name }: Drift): string => JSON.stringify([ecosystem, name]);
