import type { SchemaPair } from "./goal.ts";
import { propertyShutOut } from "./negated.ts";
import { namesByPattern, namesIn } from "./places.ts";

/** Whether a property of that name can be given, as far as `propertyNames` and `not` go. */
export const isPossible = ({ g, conjoin, accepts }: SchemaPair, name: string): boolean =>
  !g.negations.some((shutOut) => propertyShutOut(shutOut) === name) && (g.names.length === 0 || accepts(conjoin(g.names), name) !== false);

/** The names of all properties that can be told apart: those that either side mentions, and those that a pattern or `propertyNames` lists. */
export const namesOf = ({ g, a, conjoin, shape }: SchemaPair): ReadonlySet<string> => {
  const names = new Set([...namesIn(g), ...namesIn(a), ...namesByPattern(g), ...namesByPattern(a)]);
  const listed = g.names.length > 0 ? shape(conjoin(g.names)).values : undefined;
  for (const name of listed ?? []) if (typeof name === "string") names.add(name);
  return names;
};

/** Whether properties can be given that nobody mentions: not where their names are listed. */
export const areOthersPossible = ({ g, conjoin, shape }: SchemaPair): boolean =>
  g.names.length === 0 || shape(conjoin(g.names)).values === undefined;
