import type { Aspect, Subject } from "../language.ts";
import type { Patch } from "../patch.ts";
import type { Stage } from "../stage.ts";
import type { UseForm } from "../uses/use.ts";

/** What one agent does to a definition, with all that uses it put right as a careful agent would. */
export interface Operation {
  readonly name: string;
  /** Uses of the other agent that it breaks, and those that it surely does not break. Of all others only a checker can tell. */
  readonly breaks: ReadonlySet<UseForm>;
  readonly spares: ReadonlySet<UseForm>;
  /** Throws (unfit) when it cannot be done well to this subject. */
  apply(subject: Subject, stage: Stage, patch: Patch): Done;
}

export interface Done {
  /** What of the subject the other agent has to use for it to matter. */
  readonly aspect: Aspect;
  /** What it is called now, where that changed. */
  readonly newName?: string;
  /** Other names for the same conflict: modules that moved or went. */
  readonly ofModule?: boolean;
}
