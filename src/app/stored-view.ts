import type { ChainFault, ChainHead } from "../log/chain.ts";
import type { AgentId, Oid, WriterId } from "../model/ids.ts";
import type { Notice } from "../model/notice.ts";
import type { State } from "../model/state.ts";

/** A view as the cache keeps it. */
export interface StoredView extends Milestone {
  /** Logs whose rest did not verify although an accepted ref points at it (damage, or somebody's hand), and where the ref stood. */
  readonly faults: ReadonlyMap<WriterId, ChainFault & { readonly tip: Oid }>;
  /** What was routed to agents of this clone and not acknowledged when the view was last advanced; see `readInbox`. */
  readonly pending: ReadonlyMap<AgentId, readonly Notice[]>;
  /** How many events were folded at the last milestone; those have a file of their own. */
  readonly milestoneAt: number;
}

/** All events up to some point of the one order, folded. */
export interface Milestone {
  readonly heads: ReadonlyMap<WriterId, ChainHead>;
  readonly state: State;
}
