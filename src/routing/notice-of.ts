import type { LogEvent } from "../model/event.ts";
import type { Notice } from "../model/notice.ts";
import type { State } from "../model/state.ts";
import { producerName } from "./producer-name.ts";
import type { Delivery } from "./route.ts";

/** What stands in the recipient's inbox. */
export const noticeOf = (state: State, event: LogEvent, { rule, reason }: Delivery): Notice => {
  const { id, type, severity, summary, requiredAction, agent, at, scope } = event;
  return { id, type, severity, summary, requiredAction, rule, reason, from: producerName(state, event), agent, at, scope };
};
