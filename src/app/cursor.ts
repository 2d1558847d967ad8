import fs from "node:fs";
import path from "node:path";
import type { Repository } from "../git/repository.ts";
import type { ChainHead } from "../log/chain.ts";
import type { AgentId, EventId, WriterId } from "../model/ids.ts";
import type { State } from "../model/state.ts";
import { findText, replaceFile } from "./files.ts";

/** How far into each log an agent has acknowledged: writer -> seq. Local to this clone; one entry a writer, so late events are never lost. */
export type Cursor = Readonly<Record<WriterId, number>>;

/** Where the agent is; at the beginning when nothing was acknowledged yet. */
export const readCursor = (repository: Repository, agent: AgentId): Cursor => {
  const text = findText(cursorFile(repository, agent));
  if (text === undefined) return {};
  try {
    return JSON.parse(text) as Cursor;
  } catch {
    // A damaged cursor shows old notices once more: better than hiding new ones.
    return {};
  }
};

/** Acknowledges everything up to `heads`. */
export const writeCursor = (repository: Repository, agent: AgentId, heads: ReadonlyMap<WriterId, ChainHead>): void => {
  const cursor = Object.fromEntries([...heads].map(([writer, { seq }]) => [writer, seq]));
  replaceFile(cursorFile(repository, agent), JSON.stringify(cursor));
};

/** Whether the agent has acknowledged the event. */
export const isAcknowledged = (cursor: Cursor, event: EventId): boolean => {
  const [writer = "", seq] = event.split(".");
  return Number(seq) <= (cursor[writer] ?? 0);
};

/** The openings of conflicts that the agent has acknowledged. */
export const acknowledgedOpenings = ({ conflicts }: State, cursor: Cursor): ReadonlySet<EventId> =>
  new Set([...conflicts.values()].map(({ openedBy }) => openedBy).filter((id) => isAcknowledged(cursor, id)));

/** Whether the agent ever acknowledged anything. */
export const hasCursor = (repository: Repository, agent: AgentId): boolean => fs.existsSync(cursorFile(repository, agent));

const cursorFile = (repository: Repository, agent: AgentId): string => path.join(repository.nerveDir, "cursors", `${agent}.json`);
