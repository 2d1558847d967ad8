import * as z from "zod/mini";
import { speaksFor } from "./authority.ts";
import { defineEvent } from "./define-event.ts";
import { keyId, line, lines } from "./fields.ts";

/**
 * A writer vouches for an agent's key. Said again, by the agent or its writer, it brings what is known of the agent up to date and
 * brings back one that had left; a task or capabilities once told stay unless others are told.
 */
export const agentJoined = defineEvent({
  type: "agent_joined",
  v: 1,
  audience: "nobody",
  body: z.object({
    agent: keyId,
    name: line,
    key: line.check(z.regex(/^ssh-ed25519 [A-Za-z0-9+/]+={0,2}( .*)?$/)),
    worktree: line,
    branch: z.nullable(line),
    base: z.nullable(line),
    capabilities: lines,
    task: z.nullable(line),
  }),

  apply(state, event) {
    const { agent: id, name, key, worktree, branch, base, capabilities, task } = event.body;
    const known = state.agents.get(id);
    const vouched = known !== undefined || event.signer === event.writer;
    if (!vouched || !speaksFor(state, event, id) || state.revoked.has(id)) return;

    const back = known === undefined || known.status === "left";
    state.agents.set(id, {
      id,
      writer: event.writer,
      name,
      key: known?.key ?? key,
      worktree,
      branch,
      base,
      capabilities: capabilities.length > 0 ? capabilities : (known?.capabilities ?? []),
      task: task ?? known?.task ?? null,
      status: back ? "working" : known.status,
      joinedAt: back ? event.at : known.joinedAt,
    });
  },
});
