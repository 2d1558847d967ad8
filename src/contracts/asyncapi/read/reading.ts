import type { Atom } from "../../schema/atom.ts";
import type { Opening } from "../../schema/node.ts";

/** One version while it is read. */
export interface Reading extends Opening {
  readonly version: "2" | "3";
  readonly root: Atom;
  /** The same schema, read as one of OpenAPI 3.0. */
  readonly asOpenApi: (atom: Atom) => Atom;
}
