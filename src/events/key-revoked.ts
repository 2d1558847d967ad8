import * as z from "zod/mini";
import type { State } from "../model/state.ts";
import { speaksFor } from "./authority.ts";
import { defineEvent, type Told } from "./define-event.ts";
import { keyId, text } from "./fields.ts";

/** From here on a key counts for nothing. A writer ends itself or one of its agents, an agent itself; the agents of an ended writer end with it. */
export const keyRevoked = defineEvent({
  type: "key_revoked",
  v: 1,
  severity: "high",
  audience: "repository",
  body: z.object({ key: keyId, reason: z.optional(text) }),

  apply(state, event) {
    const { key } = event.body;
    if (!mayRevoke(state, event, key)) return;
    state.revoked.add(key);
    for (const agent of state.agents.values()) {
      if (agent.id === key || agent.writer === key) agent.status = "left";
    }
  },
});

const mayRevoke = (state: State, event: Told<unknown>, key: string): boolean =>
  key === event.writer ? event.signer === key : state.agents.has(key) && speaksFor(state, event, key);
