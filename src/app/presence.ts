import path from "node:path";
import { agentJoined } from "../events/agent-joined.ts";
import { agentLeft } from "../events/agent-left.ts";
import type { Worktree } from "../git/worktrees.ts";
import type { Draft } from "../model/event.ts";
import type { State } from "../model/state.ts";
import type { BoundAgent } from "./agents.ts";
import type { Nerve } from "./nerve.ts";

/** What there is to say of who is here: agents the plane does not know, and agents whose worktree is gone. */
export const presenceDrafts = (
  nerve: Nerve,
  state: State,
  bound: ReadonlyMap<string, BoundAgent>,
  worktrees: readonly Worktree[],
): Draft[] => {
  const self = nerve.writer().key.id;
  const drafts: Draft[] = [];
  for (const worktree of worktrees) {
    const agent = bound.get(worktree.id);
    if (!agent || agent.leftAt !== null) continue;
    const known = state.agents.get(agent.agent);
    if (known && known.status !== "left") continue;
    drafts.push(joining(agent, worktree));
  }
  const here = new Set([...bound.values()].map(({ agent }) => agent));
  for (const { id, name, writer, status } of state.agents.values()) {
    if (writer !== self || status === "left" || here.has(id)) continue;
    drafts.push(agentLeft.draft({ agent: id, reason: "its worktree is gone" }, { summary: `${name} left: its worktree is gone` }));
  }
  return drafts;
};

/** What `join` may say beyond what the worktree itself tells. */
export interface Enrichment {
  readonly capabilities: readonly string[];
  readonly task: string | null;
  readonly base: string | null;
}

const plain: Enrichment = { capabilities: [], task: null, base: null };

/** Vouches for an agent, or brings what is known of it up to date. The worktree's path stays on this machine: only its folder's name is said. */
export const joining = ({ agent, name, key }: BoundAgent, worktree: Worktree, { capabilities, task, base }: Enrichment = plain): Draft =>
  agentJoined.draft(
    {
      agent,
      name,
      key: key.line,
      worktree: path.basename(worktree.path),
      branch: worktree.branch,
      base,
      capabilities: [...capabilities],
      task,
    },
    {
      summary: `${name} works on ${worktree.branch ?? "a detached HEAD"}`,
      ...(worktree.branch !== null && { scope: { branch: worktree.branch } }),
    },
  );
