import { readWorktrees, type Worktree } from "../git/worktrees.ts";
import type { AgentId, WriterId } from "../model/ids.ts";
import { type BoundAgent, findBoundAgent } from "./agents.ts";
import { Digests } from "./digests.ts";
import { believedDigests, presenceOf } from "./digest-of.ts";
import type { Nerve } from "./nerve.ts";
import type { View } from "./view.ts";

/** An agent as `agents --json` shows it. */
export interface AgentListing {
  readonly id: AgentId;
  readonly name: string;
  readonly writer: WriterId;
  /** Absolute path for agents of this clone, the folder's name for others. */
  readonly worktree: string;
  readonly branch: string | null;
  /** Branch its work will land on. */
  readonly base: string | null;
  readonly capabilities: readonly string[];
  readonly status: string;
  readonly task: string | null;
  /** Worked out now for agents of this clone; for others the last word of their machine, as long as that is fresh. */
  readonly live: boolean;
  readonly lastSeen: string | null;
  /** Null: not assessed, see `note`. */
  readonly changedFiles: number | null;
  readonly local: boolean;
  /** Why something could not be assessed. */
  readonly note: string | null;
}

/** Everybody the plane knows, those that left included: own agents first, then by name. */
export const readAgents = async (nerve: Nerve, view: View, known = new Digests(nerve)): Promise<AgentListing[]> => {
  const [worktrees, lives] = await Promise.all([readWorktrees(nerve.repository), known.read(view)]);
  const local = new Map<AgentId, { worktree: Worktree; binding: BoundAgent }>();
  for (const worktree of worktrees) {
    const binding = findBoundAgent(nerve, worktree.id);
    if (binding) local.set(binding.agent, { worktree, binding });
  }
  const digests = new Map(lives.flatMap(believedDigests).map((digest) => [digest.agent, digest]));
  const now = new Date();

  const listings = [...view.state.agents.values()].map((agent): AgentListing => {
    const { worktree, binding } = local.get(agent.id) ?? {};
    const said = digests.get(agent.id);
    const digest = said?.writer === agent.writer ? said : undefined;
    const left = agent.status === "left";
    return {
      id: agent.id,
      name: agent.name,
      writer: agent.writer,
      worktree: worktree?.path ?? agent.worktree,
      branch: worktree ? worktree.branch : (digest?.branch ?? agent.branch),
      base: agent.base ?? digest?.landing ?? null,
      capabilities: agent.capabilities,
      status: agent.status,
      task: agent.task,
      live: !left && digest !== undefined && (binding ? presenceOf(binding, digest.presence.lastSeen, now) : digest.presence).live,
      lastSeen: digest?.presence.lastSeen ?? null,
      changedFiles: digest?.changes.length ?? null,
      local: worktree !== undefined,
      note: digest?.notAssessed.find(({ path }) => path === "")?.reason ?? null,
    };
  });
  return listings.sort((a, b) => Number(b.local) - Number(a.local) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
};
