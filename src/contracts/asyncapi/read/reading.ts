import type { Atom } from "../../schema/atom.ts";
import type { Opening } from "../../apis/node.ts";

/** One version while it is read. */
export interface Reading extends Opening {
  readonly version: "2" | "3";
  readonly root: Atom;
  /** Files that are neither JSON nor YAML, by the URIs of documents. */
  readonly plainTexts: ReadonlyMap<string, string>;
  readonly limits: Limits;
  /** The same schema, read as one of OpenAPI 3.0. */
  readonly asOpenApi: (atom: Atom) => Atom;
}

/** What nobody writes, and what takes for ever: traits that multiply, thousands of ways in. */
export interface Limits {
  /** Members that may still be merged. */
  members: number;
  /** What there is too much of, if there is. */
  exceededBy: string | undefined;
}

export const newLimits = (): Limits => ({ members: 300_000, exceededBy: undefined });
