import type { State } from "../model/state.ts";

/** What is known before the first event. Each call gives a fresh one, since a fold changes its state in place. */
export const emptyState = (): State => ({
  agents: new Map(),
  conflicts: new Map(),
  suppressions: new Map(),
  tasks: new Map(),
  decisions: new Map(),
  revoked: new Set(),
  events: 0,
  unreadableCount: 0,
  unreadable: [],
  last: null,
});
