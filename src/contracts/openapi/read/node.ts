import type { Atom } from "../../schema/atom.ts";
import type { Opening } from "../../apis/node.ts";

export { memberOf, opened, openedMap, textIn } from "../../apis/node.ts";

/** One version while it is read. */
export interface Reading extends Opening {
  readonly version: "2.0" | "3";
  readonly root: Atom;
}
