import type { NotAssessed } from "../model/change.ts";
import type { Oid } from "../model/ids.ts";

/** What looking at a worktree came to. */
export type Snapshot =
  /** `tree` holds the worktree as it stood at one moment, apart from what `notAssessed` names: there it holds what was staged last, or nothing. */
  | { readonly kind: "stable"; readonly tree: Oid; readonly notAssessed: readonly NotAssessed[] }
  /** It did not hold still, or git could not read it. What was known of it before stands; look again later. */
  | { readonly kind: "unstable"; readonly reason: string }
  /** The folder is gone, or is not this worktree any more. */
  | { readonly kind: "vanished" }
  /** git is in the middle of something there: the content is transitional, and what was known of it before stands. */
  | { readonly kind: "paused"; readonly reason: string };
