import type { ContractChange, Direction, Level } from "../change.ts";
import { inOrderOf } from "../order.ts";
import type { RuleFinding } from "../rule.ts";

/** One way in which a contract can change beside its schemas. `P`: two versions of it, with what belongs together paired. */
export interface StructureRule<P> {
  /** "openapi/operation-removed". */
  readonly id: string;
  /** Unless a finding says otherwise. */
  readonly level: Level;
  /** Unless a finding says otherwise; null where it is about neither what is sent nor what is received. */
  readonly direction: Direction;
  check(pair: P): Iterable<RuleFinding>;
}

/** What a rule finds, each change once: shared components are met many times. */
export const structureChanges = <P>({ id, level, direction, check }: StructureRule<P>, pair: P): ContractChange[] => {
  const changes = [...check(pair)].map((finding): ContractChange => ({
    rule: id,
    level: finding.level ?? level,
    direction: finding.direction ?? direction,
    at: finding.at,
    message: finding.message,
  }));
  return [...new Map(changes.map((change) => [JSON.stringify([change.at, change.message]), change])).values()];
};

/** Changes as they are told: by their place, with the paths of other files written as they are. */
export const told = (changes: readonly ContractChange[]): ContractChange[] =>
  changes.map((change) => ({ ...change, at: readable(change.at) })).toSorted(inOrderOf("at", "rule", "direction"));

/** Paths of files are kept free of slashes where pointers are put together. */
const readable = (at: string): string => {
  const hash = at.startsWith("/") ? -1 : at.indexOf("#");
  return hash < 0 ? at : `${at.slice(0, hash).replaceAll("~1", "/").replaceAll("~0", "~")}${at.slice(hash)}`;
};
