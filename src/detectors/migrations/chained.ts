import type { Oid } from "../../model/ids.ts";
import type { PairInput, PairSide } from "../../model/pair.ts";
import { addedOnlyBy } from "./added.ts";
import type { ChainedTool, Link } from "./chained-tool.ts";
import type { Collision } from "./collision.ts";
import { chainedTools } from "./index.ts";

/** Migrations after which both sides put another one, so that their sequence gets two ends, unless something joins them again. */
export function* chainedCollisions(pair: PairInput): Generator<Collision> {
  for (const tool of chainedTools) {
    for (const sequence of sharedSequences(tool, pair)) {
      const texts = pair.code.texts;
      const ours = stepsOf(tool, sequence, pair.ours, pair.theirs, texts);
      const theirs = stepsOf(tool, sequence, pair.theirs, pair.ours, texts);
      const all = [...ours, ...theirs, ...sharedSteps(tool, sequence, pair)];
      for (const parent of new Set(ours.flatMap(parentsOf))) {
        const [mine, others] = [followers(parent, ours), followers(parent, theirs)];
        if (others.length === 0 || isJoined(mine, others, all)) continue;
        yield {
          tool: tool.name,
          sequence,
          slot: parent === first ? "first" : `after ${parent}`,
          ours: claimantsOf(mine),
          theirs: claimantsOf(others),
          nextFree: null,
          advice: `The side that lands second runs \`${tool.join}\` after the merge, or puts its migration behind the other one.`,
        };
      }
    }
  }
}

/** New migrations of both sides in sequences where both have some: their texts are what `chainedCollisions` wants to read. */
export const chainedTexts = (pair: PairInput): Oid[] =>
  chainedTools.flatMap((tool) => {
    const shared = sharedSequences(tool, pair);
    return [...pair.ours.changes.values(), ...pair.theirs.changes.values()].flatMap(({ path, newBlob }) =>
      newBlob !== null && shared.has(tool.sequenceOf(path) ?? "") ? [newBlob] : [],
    );
  });

const sharedSequences = (tool: ChainedTool, { ours, theirs }: PairInput): Set<string> => {
  const sequences = (side: PairSide, other: PairSide) => new Set(addedOnlyBy(side, other).map(({ path }) => tool.sequenceOf(path)));
  const others = sequences(theirs, ours);
  return new Set([...sequences(ours, theirs)].filter((sequence) => sequence !== undefined && others.has(sequence)).map(String));
};

interface Step extends Link {
  readonly path: string;
}

const stepsOf = (tool: ChainedTool, sequence: string, side: PairSide, other: PairSide, texts: ReadonlyMap<Oid, string>): Step[] =>
  addedOnlyBy(side, other).flatMap(({ path, newBlob }) => readStep(tool, sequence, path, texts.get(newBlob ?? "")));

/** What both sides put there alike, as when one has taken over the other's work. */
const sharedSteps = (tool: ChainedTool, sequence: string, { ours, theirs, code }: PairInput): Step[] =>
  [...ours.changes.values()].flatMap(({ path, newBlob }) =>
    newBlob !== null && theirs.changes.get(path)?.newBlob === newBlob ? readStep(tool, sequence, path, code.texts.get(newBlob)) : [],
  );

const readStep = (tool: ChainedTool, sequence: string, path: string, text: string | undefined): Step[] => {
  const link = text !== undefined && tool.sequenceOf(path) === sequence ? tool.read(path, text) : undefined;
  return link ? [{ ...link, path }] : [];
};

/** Stands for what comes before the first migration. */
const first = "";
const parentsOf = ({ after }: Link): readonly string[] => (after.length === 0 ? [first] : after);

const followers = (parent: string, steps: readonly Step[]): Step[] => steps.filter((step) => parentsOf(step).includes(parent));

const isJoined = (mine: readonly Step[], others: readonly Step[], all: readonly Step[]): boolean => {
  const reached = reachedFrom(mine, all);
  return [...reachedFrom(others, all)].some((step) => reached.has(step));
};

/** The steps themselves, and whatever follows them directly or not. */
const reachedFrom = (steps: readonly Step[], all: readonly Step[]): Set<Step> => {
  const reached = new Set(steps);
  for (const step of reached) for (const next of followers(step.name, all)) reached.add(next);
  return reached;
};

const claimantsOf = (steps: readonly Step[]): Collision["ours"] => ({
  files: steps.map(({ path }) => path).sort(),
  dependsOn: [...new Set(steps.flatMap(({ after }) => after))].sort(),
});
