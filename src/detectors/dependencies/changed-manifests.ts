import type { Change } from "../../model/change.ts";
import type { Oid } from "../../model/ids.ts";
import type { PairInput, PairSide } from "../../model/pair.ts";
import { type Demands, demandsOf } from "./demands.ts";
import { formatOf } from "./index.ts";
import type { ManifestFormat } from "./manifest.ts";

export interface ChangedManifest {
  readonly path: string;
  readonly format: ManifestFormat;
  readonly change: Change;
}

/** Manifests that `side` changed and kept, unless the other side did the very same. */
export const changedManifests = (side: PairSide, other: PairSide): ChangedManifest[] =>
  [...side.changes.values()].flatMap((change) => {
    const format =
      change.newBlob === null || other.changes.get(change.path)?.newBlob === change.newBlob ? undefined : formatOf(change.path);
    return format ? [{ path: change.path, format, change }] : [];
  });

/** Reads the demands of a manifest's blob: none of a file that is not there, undefined when its text cannot be had or understood. */
export type ReadDemands = (blob: Oid | null, format: ManifestFormat) => Demands | undefined;

/** Reads each blob once. */
export const demandsReader = ({ code }: PairInput): ReadDemands => {
  const known = new Map<Oid, Demands | undefined>();
  return (blob, format) => {
    if (blob === null) return new Map();
    if (!known.has(blob)) {
      const text = code.texts.get(blob);
      const requirements = text === undefined ? undefined : format.read(text);
      known.set(blob, requirements && demandsOf(requirements));
    }
    return known.get(blob);
  };
};
