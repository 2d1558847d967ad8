/** `breaking`: a consumer that was right is wrong. `dangerous`: it may be. `compatible`: it is not. The worst first. */
export const levels = ["breaking", "dangerous", "compatible"] as const;

export type Level = (typeof levels)[number];

/** Who is affected: the one who sends or the one who receives. Null where a format has no directions. */
export type Direction = "request" | "response" | "publish" | "subscribe" | "read" | "write" | null;

/** One difference between two versions of a contract. */
export interface ContractChange {
  /** Identity of the rule, with its format: "graphql/field-removed". */
  readonly rule: string;
  readonly level: Level;
  readonly direction: Direction;
  /** A JSON pointer, or `Type.field`: where in the contract. */
  readonly at: string;
  /** A sentence that a consumer understands. */
  readonly message: string;
}

/** What comparing two texts came to. What cannot be parsed is a change itself, of the rule `<format>/unreadable`. */
export type ContractDiff =
  | { readonly kind: "compared"; readonly changes: readonly ContractChange[] }
  /** Bounds on size or depth were exceeded: nobody knows. */
  | { readonly kind: "not_assessed"; readonly reason: string };
