import type { SchemaPair } from "./goal.ts";

/** Whether a property of that name can be given, as far as `propertyNames` goes. */
export const isPossible = ({ g, conjoin, accepts }: SchemaPair, name: string): boolean =>
  g.names.length === 0 || accepts(conjoin(g.names), name) !== false;

/** Whether properties can be given that nobody mentions: not where their names are listed. */
export const areOthersPossible = ({ g, conjoin, shape }: SchemaPair): boolean =>
  g.names.length === 0 || shape(conjoin(g.names)).values === undefined;
