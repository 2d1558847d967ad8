import type { Aspect, Subject } from "../language.ts";
import type { Patch } from "../patch.ts";
import type { Stage } from "../stage.ts";

export const useForms = [
  "new file",
  "existing file",
  "through a barrel",
  "namespace import",
  "aliased import",
  "type-only import",
  "new test file",
  "existing test file",
  "in the defining file",
  "in a file that imports it already",
  "late import",
  "re-export",
] as const;

/** How the other agent comes to use a definition. */
export type UseForm = (typeof useForms)[number];

/** Adds one use to the other side. Throws (unfit) where the subject cannot be used so. */
export type AddUse = (subject: Subject, aspect: Aspect, stage: Stage, patch: Patch) => void;
