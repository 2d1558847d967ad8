import type { Language, Problems } from "./language.ts";
import type { Work } from "./patch.ts";
import type { Stage } from "./stage.ts";

/** What a checker says of the two sides and their merge. */
export interface Proof {
  /** Problems of a side that the base does not have. */
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
  /** Problems of the merge that neither side has. */
  readonly merged: readonly string[];
}

export type Prove = (ours: Work, theirs: Work, merged: Work) => Promise<Proof>;

/** Checks the files that any side touches and those that import one of them, through barrels as well. */
export const proverFor = (stage: Stage): Prove => {
  const { language } = stage;
  const known = new Map<string, Problems>();
  return async (ours, theirs, merged) => {
    const paths = concerned([...ours.keys(), ...theirs.keys(), ...merged.keys()], stage);
    const base = await baseProblems(paths, language, known);
    const inMerge = await language.problemsIn(merged, paths);
    // What is no worse than the base is no worse than the sides: nobody needs to look at those.
    if (beyond(inMerge, base).length === 0) return { ours: [], theirs: [], merged: [] };
    const [inOurs, inTheirs] = [await language.problemsIn(ours, paths), await language.problemsIn(theirs, paths)];
    return { ours: beyond(inOurs, base), theirs: beyond(inTheirs, base), merged: beyond(inMerge, inOurs, inTheirs) };
  };
};

const baseProblems = async (paths: ReadonlySet<string>, language: Language, known: Map<string, Problems>): Promise<Problems> => {
  const all = new Map<string, number>();
  for (const path of paths) {
    const problems = known.get(path) ?? (await language.problemsIn(new Map(), [path]));
    known.set(path, problems);
    for (const [problem, times] of problems) all.set(problem, (all.get(problem) ?? 0) + times);
  }
  return all;
};

/** More than this many importers are not all looked at: the first ones tell as much. */
const enough = 20;

const concerned = (changed: readonly string[], stage: Stage): Set<string> => {
  const found = new Set(changed);
  const queue = [...found];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    for (const link of stage.linksTo(path)) {
      if (found.has(link.path) || found.size > changed.length + enough) continue;
      found.add(link.path);
      if (link.isReexport) queue.push(link.path);
    }
  }
  return found;
};

/** Problems that are said more often than in each of the others. */
const beyond = (problems: Problems, ...others: readonly Problems[]): string[] =>
  [...problems].filter(([problem, times]) => others.every((other) => times > (other.get(problem) ?? 0))).map(([problem]) => problem);
