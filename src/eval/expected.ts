import type { Severity } from "../model/severity.ts";
import type { Expected } from "./scenario.ts";

/** What stands at `place` ("src/store.ts#load") is used in `users`, and no longer fits there after the merge. */
export const broken = (place: string, ...users: readonly string[]): Expected => {
  const definer = place.slice(0, place.indexOf("#"));
  return { kind: "semantic_conflict", severity: "high", place, files: [...new Set([definer, ...users])] };
};

/** A whole module is gone from `module`, and `users` still take something from there. */
export const unreachable = (module: string, ...users: readonly string[]): Expected => ({
  kind: "semantic_conflict",
  severity: "high",
  files: [module, ...users],
});

/** Git cannot merge these. */
export const unmergeable = (...files: readonly string[]): Expected => ({ kind: "merge_conflict", severity: "high", files });

/** Both change one function or type. */
export const bothChange = (place: string): Expected => ({
  kind: "same_symbol",
  severity: "high",
  place,
  files: [place.slice(0, place.indexOf("#"))],
});

/** Both add the same thing. */
export const bothAdd = (...files: readonly string[]): Expected => ({ kind: "duplicate_symbol", severity: "medium", files });

/**
 * Both change one file, in different places, and nothing more is to be said of it: of `medium` severity where each works on other definitions, `low` where
 * one does no work on it at all.
 */
export const oneFile = (file: string, severity: Severity = "high"): Expected => ({ kind: "same_file", severity, files: [file] });

/** Both work in one package, which is all there is to say. */
export const onePackage = (...files: readonly string[]): Expected => ({ kind: "same_package", severity: "medium", place: "", files });
