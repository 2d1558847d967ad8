import type { Change } from "../model/change.ts";
import type { Break, BrokenUse, FileFacts } from "../model/code.ts";
import { type Altered, alteredBy, type FileVersions } from "./altered-side.ts";
import { explanationOf } from "./explanation.ts";
import { type CodeTree, isRead } from "./code-tree.ts";
import { misfitOf } from "./misfit.ts";
import { boundNames, type Reference, referencesOf } from "./references.ts";
import { wasItsOwn, wentFromMarred } from "./own-member.ts";
import { type Found, Resolver } from "./resolve.ts";
import type { Trouble } from "./trouble.ts";

/** The versions of the code that a pair is made of. */
export interface PairTrees {
  readonly ours: CodeTree;
  readonly theirs: CodeTree;
  /** What merging both would give. */
  readonly merged: CodeTree;
}

/** What one side did itself since the pair's base. */
export interface SideChanges {
  readonly changes: ReadonlyMap<string, Change>;
  /** Those source files among them that could be read. */
  readonly files: readonly FileVersions[];
}

/**
 * Uses that are broken in the merge and on neither side alone, both ways: what one side's files need, and the other side took away or gave
 * another shape. Only files that a side changed are looked at, and what they import as far as names in it were altered.
 */
export const readBreaks = async (trees: PairTrees, ours: SideChanges, theirs: SideChanges): Promise<Break[]> => {
  const merged = new Resolver(trees.merged);
  const us: Side = { ...ours, tree: trees.ours, resolver: new Resolver(trees.ours), altered: alteredBy(ours.files) };
  const them: Side = { ...theirs, tree: trees.theirs, resolver: new Resolver(trees.theirs), altered: alteredBy(theirs.files) };
  return [
    ...(await breaksBetween("ours", us, them, trees.merged, merged)),
    ...(await breaksBetween("theirs", them, us, trees.merged, merged)),
  ];
};

interface Side extends SideChanges {
  readonly tree: CodeTree;
  readonly resolver: Resolver;
  readonly altered: Altered;
}

const breaksBetween = async (by: Break["by"], definer: Side, user: Side, tree: CodeTree, merged: Resolver): Promise<Break[]> => {
  const breaks = new Map<string, Break>();
  for (const { change, after } of user.files) {
    const file = after && (await readPlaces(change, after, definer, tree));
    if (!file) continue;
    for (const { reference, sound, why } of await readBroken(file, definer, user, merged)) {
      const explanation = explanationOf({ sound, why, altered: definer.altered, own: user.changes });
      if (!explanation || isBeingTyped(explanation.definer.path, definer)) continue;
      const key = `${explanation.definer.path}#${explanation.symbol} ${explanation.cause}`;
      const use: BrokenUse = { path: file.own.path, line: reference.line, form: reference.form, within: reference.within };
      breaks.set(key, { by, ...explanation, uses: [...(breaks.get(key)?.uses ?? []), use] });
    }
  }
  return [...breaks.values()].map((one) => ({ ...one, uses: oncePerLine(one.uses) }));
};

/** Changed and not read: nobody can say what is in it. */
const isBeingTyped = (origin: string, { changes, altered }: Side): boolean => changes.has(origin) && altered.find(origin) === undefined;

interface Place {
  readonly path: string;
  readonly facts: FileFacts;
}

/** A file of the using side: there, in the merge, and on the other side if that has it. */
interface Places {
  readonly own: Place;
  readonly merged: Place;
  readonly other: Place | null;
}

const readPlaces = async (change: Change, facts: FileFacts, definer: Side, merged: CodeTree): Promise<Places | undefined> => {
  const origin = change.oldPath ?? change.path;
  const counterpart = change.oldBlob === null ? undefined : definer.altered.find(origin)?.change;
  const path = counterpart && counterpart.newBlob !== null && counterpart.path !== origin ? counterpart.path : change.path;
  const mergedFacts = await merged.facts(path);
  if (!isRead(mergedFacts)) return;
  const elsewhere = path === change.path ? origin : path;
  const other = await definer.tree.facts(elsewhere);
  return {
    own: { path: change.path, facts },
    merged: { path, facts: mergedFacts },
    other: isRead(other) ? { path: elsewhere, facts: other } : null,
  };
};

/** A use of the using side that the merge breaks. */
interface Broken {
  readonly reference: Reference;
  /** What it means on the using side. */
  readonly sound: Found;
  readonly why: Trouble;
}

const readBroken = async ({ own, merged, other }: Places, definer: Side, user: Side, inMerge: Resolver): Promise<Broken[]> => {
  const [boundHere, boundInMerge] = [boundNames(own.facts), boundNames(merged.facts)];
  const isUnbound = (reference: Reference) =>
    reference.kind === "use" && boundHere.has(reference.root) && !boundInMerge.has(reference.root);
  const suspects = grouped(referencesOf(merged.facts).filter((reference) => isUnbound(reference) || isTouched(reference, definer.altered)));
  if (suspects.size === 0) return [];
  const mine = grouped(referencesOf(own.facts));
  const others = grouped(other ? referencesOf(other.facts) : []);
  const broken: Broken[] = [];
  for (const [key, references] of suspects) {
    const needs = mine.get(key) ?? [];
    const [first] = needs;
    const sound = first && (await read(user.resolver, own, first));
    if (!first || (sound?.kind !== "definition" && sound?.kind !== "module")) continue;
    const troubles = await readTroubles(inMerge, merged, references, sound, definer.altered, isUnbound);
    const [why] = troubles;
    if (!why) continue;
    // What is broken on the other side already is that agent's own affair.
    const before = other ? await readTroubles(definer.resolver, other, others.get(key) ?? [], sound, definer.altered, () => false) : [];
    if (troubles.length <= before.length) continue;
    // The merge may have fewer of them: the other side took older ones away, and what was added comes last.
    const left = needs.filter((reference) => suffers(reference, sound, why)).slice(-troubles.length);
    const earlier = await readEarlier(first, [own, user.resolver], [merged, inMerge], definer.altered, isUnbound(first));
    for (const reference of left) broken.push({ reference, sound, why, ...earlier });
  }
  return broken;
};

const readTroubles = async (
  resolver: Resolver,
  place: Place,
  references: readonly Reference[],
  sound: Found,
  altered: Altered,
  isUnbound: (reference: Reference) => boolean,
): Promise<Trouble[]> => {
  const troubles = await Promise.all(
    references.map((reference) => readTrouble(resolver, place, reference, sound, altered, isUnbound(reference))),
  );
  return troubles.filter((trouble) => trouble !== undefined);
};

/** The first step of a use that leads nowhere after the merge, if that is not its last one: `id` of `load().id` is well, when `load` is gone. */
const readEarlier = async (
  reference: Reference,
  [own, resolver]: readonly [Place, Resolver],
  [merged, inMerge]: readonly [Place, Resolver],
  altered: Altered,
  unbound: boolean,
): Promise<Pick<Broken, "sound" | "why"> | undefined> => {
  const steps = reference.kind === "use" ? reference.use.path : [];
  for (const length of steps.keys()) {
    if (reference.kind !== "use" || length === 0) continue;
    const step: Reference = { ...reference, use: { ...reference.use, path: steps.slice(0, length), through: "name", call: null } };
    const sound = await read(resolver, own, step);
    const why = sound.kind === "definition" ? await readTrouble(inMerge, merged, step, sound, altered, unbound) : undefined;
    if (why) return { sound, why };
  }
};

/** Of several calls of one thing, only those whose arguments do not fit; whatever else needs it does. */
const suffers = (reference: Reference, sound: Found, why: Trouble): boolean =>
  why.kind !== "misfit" ||
  (reference.kind === "use" && sound.kind === "definition" && misfitOf(reference.use, sound.definition, why.now.definition) !== undefined);

const isTouched = ({ names, ...reference }: Reference, altered: Altered): boolean =>
  names.some((name) => altered.names.has(name)) ||
  altered.names.has("*") ||
  (reference.kind === "import" && altered.mayHaveMoved(reference.from.module));

const read = (resolver: Resolver, { path, facts }: Place, reference: Reference): Promise<Found> =>
  reference.kind === "import"
    ? resolver.resolveImport(path, reference.from, reference.name?.imported ?? null)
    : resolver.resolveUse(path, facts, reference.use);

const readTrouble = async (
  resolver: Resolver,
  place: Place,
  reference: Reference,
  sound: Found,
  altered: Altered,
  unbound: boolean,
): Promise<Trouble | undefined> => {
  const found = await read(resolver, place, reference);
  if (found.kind === "missing" || found.kind === "hidden") return { kind: found.kind };
  // Without its top folder a module of ours looks like somebody else's.
  if (found.kind === "external" && reference.kind === "import") return { kind: "missing" };
  // A name from the file's own surroundings, as a package's, has no import that could be missing.
  if (found.kind === "unbound" && sound.kind === "definition") return { kind: "unbound" };
  if (found.kind === "unknown" && found.marred !== undefined && wentFromMarred(sound, found.marred, altered)) return { kind: "missing" };
  if (found.kind === "unknown" && found.inherited) return wasItsOwn(sound, altered) ? { kind: "missing" } : undefined;
  if (found.kind !== "definition") return unbound && found.kind !== "module" ? { kind: "unbound" } : undefined;
  if (sound.kind !== "definition" || reference.kind !== "use") return;
  const misfit = misfitOf(reference.use, sound.definition, found.definition);
  return misfit && { kind: "misfit", misfit, now: found };
};

const grouped = (references: readonly Reference[]): Map<string, Reference[]> => {
  const groups = new Map<string, Reference[]>();
  for (const reference of references) groups.set(reference.key, [...(groups.get(reference.key) ?? []), reference]);
  return groups;
};

const oncePerLine = (uses: readonly BrokenUse[]): BrokenUse[] => {
  const sorted = [...uses].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line));
  return sorted.filter(({ path, line }, at) => path !== sorted[at - 1]?.path || line !== sorted[at - 1]?.line);
};
