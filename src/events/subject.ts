import type { LogEvent } from "../model/event.ts";
import type { AgentId } from "../model/ids.ts";

/** The agent an event is about: the one it names, else the one that says it. */
export const agentOf = ({
  agent,
  body,
}: Pick<LogEvent, "agent"> & { readonly body: { readonly agent?: AgentId | undefined } }): AgentId | null => body.agent ?? agent;

/** The task an event is about: named in the body, else in the scope. */
export const taskOf = ({
  scope,
  body,
}: Pick<LogEvent, "scope"> & { readonly body: { readonly task?: string | undefined } }): string | undefined => body.task ?? scope.task;
