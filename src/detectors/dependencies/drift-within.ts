import { type Demand, type Demands, type Drift, isOwnUse } from "./demands.ts";

/** The demands of a manifest in the base and on both sides. */
export interface Versions {
  readonly ecosystem: string;
  readonly paths: { readonly ours: string; readonly theirs: string };
  readonly base: Demands;
  readonly ours: Demands;
  readonly theirs: Demands;
}

/** Dependencies of one manifest whose demand both sides changed, with different results; each once. */
export function* driftsWithin(versions: Versions): Generator<Drift> {
  for (const name of [...new Set([...versions.ours.keys(), ...versions.theirs.keys(), ...versions.base.keys()])].sort()) {
    const drift = inOneSection(name, versions) ?? addedToTwoSections(name, versions);
    if (drift) yield drift;
  }
}

const inOneSection = (name: string, versions: Versions): Drift | undefined => {
  const [base, ours, theirs] = [versions.base.get(name), versions.ours.get(name), versions.theirs.get(name)];
  const sections = [...new Set([...(base?.keys() ?? []), ...(ours?.keys() ?? []), ...(theirs?.keys() ?? [])])].sort();
  for (const section of sections) {
    const before = base?.get(section);
    const [mine, other] = [ours?.get(section), theirs?.get(section)];
    if (mine === before || other === before || mine === other) continue;
    // Taken out of the section to be put into another one is no removal.
    const [kept, others] = [mine ?? movedTo(ours, base), other ?? movedTo(theirs, base)];
    if (kept === others) continue;
    return driftOf(name, versions, [section, kept], [section, others], before);
  }
  return undefined;
};

const movedTo = (side: ReadonlyMap<string, string> | undefined, base: ReadonlyMap<string, string> | undefined): string | undefined =>
  [...(side ?? [])].find(([section]) => isOwnUse(section) && !base?.has(section))?.[1];

const addedToTwoSections = (name: string, versions: Versions): Drift | undefined => {
  if (versions.base.has(name)) return undefined;
  const [ours, theirs] = [versions.ours, versions.theirs].map((side) =>
    [...(side.get(name) ?? [])].filter(([section]) => isOwnUse(section)).sort(),
  );
  const [mine, other] = [ours?.[0], theirs?.[0]];
  if (!mine || !other || mine[0] === other[0] || mine[1] === other[1]) return undefined;
  return driftOf(name, versions, mine, other, undefined);
};

type Wanted = readonly [section: string, wants: string | undefined];

const driftOf = (name: string, { ecosystem, paths }: Versions, ours: Wanted, theirs: Wanted, before: string | undefined): Drift => {
  const demand = (manifest: string, [section, wants]: Wanted): Demand => ({
    manifest,
    section,
    before: before ?? null,
    wants: wants ?? null,
  });
  return { ecosystem, name, ours: demand(paths.ours, ours), theirs: demand(paths.theirs, theirs) };
};
