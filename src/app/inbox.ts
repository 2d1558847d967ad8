import type { AgentId } from "../model/ids.ts";
import type { Notice } from "../model/notice.ts";
import { compareSeverity } from "../model/severity.ts";
import { inbox } from "../routing/inbox.ts";
import { acknowledgedOpenings, type Cursor, isAcknowledged, readCursor, writeCursor } from "./cursor.ts";
import type { Nerve } from "./nerve.ts";
import type { View } from "./view.ts";

/** What was routed to an agent of this clone and not acknowledged, be it now or at `cursor`: the worst first, then the oldest. */
export const readInbox = (nerve: Nerve, view: View, agent: AgentId, cursor: Cursor = readCursor(nerve.repository, agent)): Notice[] => {
  const pending = (view.pending.get(agent) ?? []).filter(({ id }) => !isAcknowledged(cursor, id));
  return inbox(view.state, pending, acknowledgedOpenings(view.state, cursor)).sort((a, b) => compareSeverity(b.severity, a.severity));
};

/** Acknowledges all that the view holds for the agent. Local to this clone: nobody else learns of it. */
export const acknowledge = (nerve: Nerve, view: View, agent: AgentId): void => writeCursor(nerve.repository, agent, view.heads);
