import { conflictStatements } from "../model/conflict.ts";
import type { LogEvent } from "../model/event.ts";

/** Whether the event says that a conflict opened or is over. Two writers may say the same; only one of them is worth delivering. */
export const isConflictStatement = ({ type }: Pick<LogEvent, "type">): boolean =>
  type === conflictStatements.opened || type === conflictStatements.resolved;
