import { type Atom, listOf } from "../../schema/atom.ts";
import { opened } from "../../apis/node.ts";
import { merged } from "./merged.ts";
import type { Reading } from "./reading.ts";

/**
 * An operation or a message with its traits. They are laid over it one after the other in AsyncAPI 2; since version 3, what it says itself
 * is not overridden.
 */
export const withTraits = (reading: Reading, node: Atom): Atom => {
  const traits = listOf(node, "traits").flatMap((trait) => opened(reading, trait) ?? []);
  if (reading.version === "2") return traits.reduce((all, trait) => merged(reading.limits, all, trait, node), node);
  const [first, ...others] = traits;
  if (first === undefined) return node;
  const together = others.reduce((all, trait) => merged(reading.limits, all, trait, first), first);
  return merged(reading.limits, together, node, node);
};
