import type { ConflictKind, Finding } from "../model/conflict.ts";
import type { PairInput } from "../model/pair.ts";

/** What a detector says; its kind is known from the detector. */
export type Hazard = Omit<Finding, "kind">;

/**
 * Looks at one pair and finds zero or more hazards. Pure, and symmetric: of the mirrored pair it says the same with the sides swapped, so that
 * two agents, or two clones, never disagree. In evidence only the keys `ours` and `theirs` tell the sides apart; words never do.
 */
export interface Detector {
  readonly kind: ConflictKind;
  detect(pair: PairInput): Iterable<Hazard>;
  /**
   * The files that make the hazard: something stronger speaks for it only if it speaks at every one of them. Without this, at any file of the
   * hazard.
   */
  standsAt?(hazard: Hazard): readonly string[];
}
