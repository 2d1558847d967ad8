import type { PairInput, PairSide } from "../../model/pair.ts";
import { textAt } from "../text-at.ts";
import { changedManifests, type ReadDemands } from "./changed-manifests.ts";
import { type Demand, type Drift, isOwnUse } from "./demands.ts";
import { inOneWorkspace } from "./workspace.ts";

/**
 * Dependencies that one side takes to one version in a manifest, and the other side to another one in another manifest of the same workspace; each
 * once. Both manifests must have asked for the same before, or not at all: those that always went their own ways may go on.
 */
export function* driftsAcross(pair: PairInput, read: ReadDemands): Generator<Drift> {
  const theirs = newDemands(pair.theirs, pair.ours, read);
  const textOf = (path: string): string | undefined => textAt(path, pair.ours, pair) ?? textAt(path, pair.theirs, pair);
  for (const [key, mine] of newDemands(pair.ours, pair.theirs, read)) {
    const apart = mine.flatMap((one) =>
      (theirs.get(key) ?? []).filter((other) => goApart(one, other)).map((other) => [one, other] as const),
    );
    const together = apart
      .sort((a, b) => (pathsOf(a) < pathsOf(b) ? -1 : 1))
      .find(([one, other]) => inOneWorkspace(one.manifest, other.manifest, one.ecosystem, textOf));
    if (!together) continue;
    const [ours, other] = together;
    yield { ecosystem: ours.ecosystem, name: ours.name, ours, theirs: other };
  }
}

interface NewDemand extends Demand {
  readonly ecosystem: string;
  readonly name: string;
}

/** What a side newly asks for, by ecosystem and name. Left out is what both sides touch in one manifest: that is told there. */
const newDemands = (side: PairSide, other: PairSide, read: ReadDemands): Map<string, NewDemand[]> => {
  const found = new Map<string, NewDemand[]>();
  for (const { path, format, change } of changedManifests(side, other)) {
    const [base, now] = [read(change.oldBlob, format), read(change.newBlob, format)];
    const twin = other.changes.get(path);
    const elsewhere = twin ? read(twin.newBlob, format) : base;
    for (const [name, sections] of (base && elsewhere && now) ?? []) {
      if (!isSame(base?.get(name), elsewhere?.get(name))) continue;
      for (const [section, wants] of sections) {
        const before = base?.get(name)?.get(section) ?? null;
        if (wants === before || !isOwnUse(section) || isNoVersion(wants)) continue;
        const key = JSON.stringify([format.ecosystem, name]);
        found.set(key, [...(found.get(key) ?? []), { ecosystem: format.ecosystem, name, manifest: path, section, before, wants }]);
      }
    }
  }
  return found;
};

type Sections = ReadonlyMap<string, string> | undefined;

const isSame = (a: Sections, b: Sections): boolean => JSON.stringify([...(a ?? [])].sort()) === JSON.stringify([...(b ?? [])].sort());

/** Whatever the workspace has. */
const isNoVersion = (wants: string): boolean => /^(?:workspace|catalog|file|link|portal|path)\b|^\*?$/.test(wants);

const goApart = (one: NewDemand, other: NewDemand): boolean =>
  one.manifest !== other.manifest &&
  one.wants !== other.wants &&
  (one.before === null || other.before === null || one.before === other.before);

/** The same from both sides. */
const pathsOf = (pair: readonly NewDemand[]): string =>
  pair
    .map(({ manifest, section }) => `${manifest}\0${section}`)
    .sort()
    .join("\0");
