import type { Aspect, Subject } from "./language.ts";
import { operations } from "./operations/index.ts";
import type { Operation } from "./operations/operation.ts";
import { Unfit, type Work } from "./patch.ts";
import type { Stage } from "./stage.ts";
import { type Temptation, temptations } from "./tempting.ts";
import { uses } from "./uses/index.ts";
import { type UseForm, useForms } from "./uses/use.ts";

/** Two sides, and whether their merge should be broken by how they were made. Nobody has checked that yet. */
export interface Drawn {
  readonly subject: Subject;
  readonly operation: string;
  /** How the other side uses it; of a pair that only looks bad, what makes it do so. */
  readonly form: string;
  readonly broken: boolean;
  /** A side may be broken by itself. */
  readonly ownBugs: boolean;
  readonly ours: Work;
  readonly theirs: Work;
}

/** A way to make pairs. Each is asked in turn, so that what is rare in the repository is not rare in the result. */
export interface Recipe {
  readonly name: string;
  readonly form: string;
  readonly broken: boolean;
  /** Throws (unfit) when this subject does not do. */
  draw(subject: Subject, stage: Stage): Drawn;
  wants(subject: Subject): boolean;
}

/** Uses that operations break, grouped by operation. */
export const breakingRecipes = (): Recipe[] =>
  operations.flatMap((operation) => useForms.filter((form) => operation.breaks.has(form)).map((form) => recipeOf(operation, form, true)));

/** What looks as bad and is not. */
export const temptingRecipes = (): Recipe[] => [
  ...temptations.map(temptingRecipe),
  ...operations.flatMap((operation) =>
    useForms.filter((form) => operation.spares.has(form)).map((form) => recipeOf(operation, form, false)),
  ),
];

const recipeOf = (operation: Operation, form: UseForm, broken: boolean): Recipe => ({
  name: operation.name,
  form,
  broken,
  wants: ({ exported }) => exported,
  draw(subject, stage) {
    const [ours, theirs] = [stage.newPatch(), stage.newPatch()];
    const { aspect } = operation.apply(subject, stage, ours);
    uses[form](subject, aspectFor(aspect, form), stage, theirs);
    return {
      ...{ subject, operation: operation.name, form, broken, ownBugs: false },
      ...{ ours: requireWork(ours.work()), theirs: requireWork(theirs.work()) },
    };
  },
});

const aspectFor = (aspect: Aspect, form: UseForm): Aspect => (form === "re-export" ? {} : aspect);

const temptingRecipe = ({ name, apply, wants, ownBugs = false }: Temptation): Recipe => ({
  name,
  form: name,
  broken: false,
  wants: wants ?? (({ exported }) => exported),
  draw(subject, stage) {
    const [ours, theirs] = [stage.newPatch(), stage.newPatch()];
    const { operation } = apply(subject, stage, ours, theirs);
    return {
      ...{ subject, operation, form: name, broken: false, ownBugs },
      ...{ ours: requireWork(ours.work()), theirs: requireWork(theirs.work()) },
    };
  },
});

const requireWork = (work: Work): Work => {
  if (work.size === 0) throw new Unfit("nothing changed");
  return work;
};
