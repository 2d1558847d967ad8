import type { Direction, Level } from "./change.ts";

/** One way in which a contract can change. One rule is one file, one exported constant and one fixture folder. */
export interface ContractRule<T> {
  /** "graphql/field-removed". */
  readonly id: string;
  /** Unless a finding says otherwise. */
  readonly level: Level;
  check(before: T, after: T): Iterable<RuleFinding>;
}

export interface RuleFinding {
  readonly at: string;
  readonly message: string;
  readonly level?: Level;
  readonly direction?: Direction;
}
