import type { Drawn, Recipe } from "./draw.ts";
import { breakingRecipes, temptingRecipes } from "./draw.ts";
import { judge, type Judgement } from "./judge.ts";
import type { Subject } from "./language.ts";
import { Unfit, type Work } from "./patch.ts";
import { type Prove, proverFor } from "./prove.ts";
import type { Scratch } from "./scratch.ts";
import type { Stage } from "./stage.ts";

export interface RunOptions {
  /** Of each sort. */
  readonly pairs: number;
  /** Only recipes of that operation, or temptation. */
  readonly only: string | undefined;
  /** Leaves refs behind. */
  readonly keep: boolean;
  readonly tell: (sentence: string) => void;
}

export interface Outcome extends Judgement {
  /** Counts from 1; name of the refs under `refs/eval`. */
  readonly number: number;
  readonly pair: Drawn;
  /** What a checker says of the merge and of neither side. */
  readonly proof: readonly string[];
}

export interface Run {
  readonly outcomes: readonly Outcome[];
  /** How many pairs were made and thrown away, by reason. */
  readonly discarded: ReadonlyMap<string, number>;
  /** Recipes for which no subject was found. */
  readonly without: readonly string[];
}

/** Makes pairs until there are enough of both sorts or no recipe yields any more, and asks about each. */
export const runPairs = async (stage: Stage, scratch: Scratch, { pairs, only, keep, tell }: RunOptions): Promise<Run> => {
  const kitchen: Kitchen = { stage, scratch, prove: proverFor(stage), discarded: new Map(), seen: new Set() };
  const outcomes: Outcome[] = [];
  const without: string[] = [];
  for (const recipes of [breakingRecipes(), temptingRecipes()]) {
    let made = 0;
    const left = inTurns(
      recipes.filter(({ name }) => only === undefined || name === only),
      stage,
    );
    while (made < pairs && left.length > 0) {
      const [recipe] = left.splice(0, 1);
      if (!recipe) break;
      const cooked = await cook(recipe, kitchen);
      if (!cooked) {
        without.push(`${recipe.name}, ${recipe.form}`);
        continue;
      }
      left.push(recipe);
      made++;
      const number = outcomes.length + 1;
      // Whoever is asked about first must not matter.
      const [first, second] = number % 2 === 0 ? [cooked.theirs, cooked.ours] : [cooked.ours, cooked.theirs];
      const judgement = await judge(scratch, first, second, cooked.pair.subject);
      if (keep) for (const side of ["ours", "theirs"] as const) await scratch.name(`refs/eval/${number}/${side}`, cooked[side]);
      outcomes.push({ number, pair: cooked.pair, proof: cooked.proof, ...judgement });
      tell(`${number}: ${cooked.pair.operation}, ${cooked.pair.form}`);
    }
  }
  return { outcomes, discarded: kitchen.discarded, without };
};

/** By turns one of each operation, each time in another form. */
const inTurns = (recipes: readonly Recipe[], { random }: Stage): Recipe[] => {
  const groups = new Map<string, Recipe[]>();
  for (const recipe of random.shuffled(recipes)) groups.set(recipe.name, [...(groups.get(recipe.name) ?? []), recipe]);
  const longest = Math.max(0, ...[...groups.values()].map((group) => group.length));
  return Array.from({ length: longest }, (_, turn) => [...groups.values()].flatMap((group) => group[turn] ?? [])).flat();
};

interface Kitchen {
  readonly stage: Stage;
  readonly scratch: Scratch;
  readonly prove: Prove;
  readonly discarded: Map<string, number>;
  readonly seen: Set<string>;
}

interface Cooked {
  readonly pair: Drawn;
  readonly ours: string;
  readonly theirs: string;
  readonly proof: readonly string[];
}

const patience = { subjects: 300, pairs: 12 };

/** A pair that was proven to be what it was made to be; undefined when no subject lends itself to it. */
const cook = async (recipe: Recipe, kitchen: Kitchen): Promise<Cooked | undefined> => {
  const { stage, discarded, seen } = kitchen;
  const candidates = stage.random.shuffled(stage.language.subjects.filter(recipe.wants)).slice(0, patience.subjects);
  let made = 0;
  for (const subject of candidates) {
    if (made === patience.pairs) break;
    const key = `${recipe.name} ${recipe.form} ${subject.path} ${subject.name}`;
    const pair = seen.has(key) ? undefined : drawn(recipe, subject, stage);
    if (!pair) continue;
    seen.add(key);
    made++;
    const cooked = await proven(pair, kitchen);
    if (typeof cooked !== "string") return cooked;
    const reason = `${cooked}: ${pair.broken ? pair.operation : pair.form}`;
    discarded.set(reason, (discarded.get(reason) ?? 0) + 1);
  }
  return;
};

const drawn = (recipe: Recipe, subject: Subject, stage: Stage): Drawn | undefined => {
  try {
    return recipe.draw(subject, stage);
  } catch (error) {
    if (error instanceof Unfit) return;
    throw error;
  }
};

/** The pair as commits, or why it is none. */
const proven = async (pair: Drawn, { stage, scratch, prove }: Kitchen): Promise<Cooked | string> => {
  const [ours, theirs] = [await scratch.commit(pair.ours, pair.operation), await scratch.commit(pair.theirs, pair.form)];
  const merged: Work | undefined = await scratch.merged(ours, theirs);
  if (!merged) return "git cannot merge it";
  const proof = await prove(pair.ours, pair.theirs, merged);
  const taken = pair.broken && stage.language.blindTo.has(pair.operation);
  if (!pair.ownBugs && proof.ours.length > 0) return `the refactoring itself breaks something`;
  if (!pair.ownBugs && proof.theirs.length > 0) return "the use is broken by itself";
  if (!taken && pair.broken !== proof.merged.length > 0) return pair.broken ? "the merge is not broken" : "the merge is broken";
  return { pair, ours, theirs, proof: proof.merged };
};
