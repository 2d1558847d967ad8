import { type Demand, type Demands, type Drift, isOwnUse } from "./demands.ts";

/** A manifest that one side changed. */
export interface ChangedManifest {
  readonly path: string;
  readonly ecosystem: string;
  readonly base: Demands;
  readonly now: Demands;
  /** The same manifest as the other side has it, if that changed it too. */
  readonly elsewhere: Demands | undefined;
}

/**
 * Dependencies that one side takes to one version in `ours`, and the other side to another one in `theirs`. They must have been at one version before,
 * or be new: manifests that always went their own ways may go on.
 */
export function* driftsAcross(ours: ChangedManifest, theirs: ChangedManifest): Generator<Drift> {
  for (const name of [...ours.now.keys()].sort()) {
    const [mine, other] = [taken(name, ours), taken(name, theirs)];
    if (!mine || !other || mine.wants === other.wants || isTouched(name, ours) || isTouched(name, theirs)) continue;
    if (mine.before !== null && other.before !== null && mine.before !== other.before) continue;
    yield { ecosystem: ours.ecosystem, name, ours: mine, theirs: other };
  }
}

/** What a side newly asks for; undefined when nothing of it is new, or it is no version. */
const taken = (name: string, { path, base, now }: ChangedManifest): (Demand & { readonly wants: string }) | undefined => {
  for (const [section, wants] of [...(now.get(name) ?? [])].sort()) {
    const before = base.get(name)?.get(section) ?? null;
    if (wants !== before && isOwnUse(section) && !isNoVersion(wants)) return { manifest: path, section, before, wants };
  }
  return undefined;
};

/** Whoever changes both manifests has made up its mind about the difference. */
const isTouched = (name: string, { base, elsewhere }: ChangedManifest): boolean =>
  elsewhere !== undefined && JSON.stringify([...(elsewhere.get(name) ?? [])]) !== JSON.stringify([...(base.get(name) ?? [])]);

/** Whatever the workspace has. */
const isNoVersion = (wants: string): boolean => /^(?:workspace|catalog|file|link|portal|path)\b|^\*?$/.test(wants);
