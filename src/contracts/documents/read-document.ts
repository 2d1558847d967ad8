import type { Json } from "../../base/canonical-json.ts";

/** What a text in JSON or YAML says. Lines and columns count from 1. */
export type ReadDocument =
  | { readonly kind: "read"; readonly root: Json }
  | { readonly kind: "unreadable"; readonly line: number; readonly column: number; readonly reason: string }
  /** Nested too deeply, or aliases that would unfold to more than anyone wrote. */
  | { readonly kind: "excessive"; readonly reason: string };
