import { NerveError } from "../base/errors.ts";
import { agentLeft } from "../events/agent-left.ts";
import { readWorktrees, type Worktree } from "../git/worktrees.ts";
import type { AgentId } from "../model/ids.ts";
import type { State } from "../model/state.ts";
import { readProcessStart } from "../worktree/process.ts";
import { writeBinding } from "./agents.ts";
import { Digests } from "./digests.ts";
import type { Nerve } from "./nerve.ts";
import { joining } from "./presence.ts";
import { record, sensor } from "./record.ts";
import { enterAsSelf, type Self } from "./self.ts";

export interface JoinRequest {
  readonly name?: string | undefined;
  readonly capabilities: readonly string[];
  readonly task?: string | undefined;
  readonly base?: string | undefined;
  readonly pid?: number | undefined;
}

export interface Joined {
  readonly agent: AgentId;
  readonly name: string;
  readonly branch: string | null;
  readonly task: string | null;
  readonly capabilities: readonly string[];
}

/** Makes the agent of this worktree known by more than its folder. Saying the same again writes nothing. */
export const join = async (nerve: Nerve, request: JoinRequest): Promise<Joined> => {
  const { view, self } = await enterAsSelf(nerve);
  const worktree = await requireWorktree(nerve, self);
  const name = request.name === undefined ? self.name : checkedName(request.name, view.state, self);
  const { pid = null } = request;
  const startedAt = pid === null ? null : (readProcessStart(pid) ?? null);
  if (pid !== null && startedAt === null)
    throw new NerveError("usage", `there is no process ${pid}`, { hint: "--pid names the process that works here." });
  const binding = { ...self.binding, name, leftAt: null, ...(pid !== null && { pid, startedAt }) };
  writeBinding(nerve, binding);

  const known = view.state.agents.get(self.agent);
  const enrichment = { capabilities: request.capabilities, task: request.task ?? null, base: request.base ?? known?.base ?? null };
  const told =
    known &&
    known.status !== "left" &&
    known.name === name &&
    known.branch === worktree.branch &&
    known.base === enrichment.base &&
    (enrichment.task === null || enrichment.task === known.task) &&
    (enrichment.capabilities.length === 0 || enrichment.capabilities.join("\n") === known.capabilities.join("\n"));
  // The writer signs: it is the one that vouches, and it may bring back an agent that had left.
  if (!told) await record(nerve, view, [joining(binding, worktree, enrichment)], sensor(nerve));
  return {
    agent: self.agent,
    name,
    branch: worktree.branch,
    task: enrichment.task ?? known?.task ?? null,
    capabilities: enrichment.capabilities.length > 0 ? enrichment.capabilities : (known?.capabilities ?? []),
  };
};

/** The agent of this worktree is done: it is not compared with others and hears of nothing until it joins or its files change. */
export const leave = async (nerve: Nerve, reason?: string): Promise<{ agent: AgentId; name: string }> => {
  const { view, self } = await enterAsSelf(nerve);
  const lives = await new Digests(nerve).read(view);
  const snapshot = lives.flatMap(({ digests }) => digests).find(({ agent }) => agent === self.agent)?.snapshot;
  writeBinding(nerve, { ...self.binding, leftAt: snapshot ?? "" });
  const body = { agent: self.agent, ...(reason !== undefined && { reason }) };
  await record(
    nerve,
    view,
    [agentLeft.draft(body, { agent: self.agent, summary: `${self.name} left${reason ? `: ${reason}` : ""}` })],
    self,
  );
  return { agent: self.agent, name: self.name };
};

const longestName = 64;

/** A name others can read, type and tell apart. Throws (usage) on any other. */
const checkedName = (raw: string, state: State, self: Self): string => {
  const name = raw.trim();
  const refuse = (message: string, hint: string) => new NerveError("usage", message, { hint });
  if (name === "") throw refuse("the name is empty", 'Such as: --name "alice"');
  if ([...name].length > longestName) throw refuse(`the name has more than ${longestName} characters`, "Choose a shorter one.");
  if (/[\p{C}\p{Zl}\p{Zp}]/u.test(name))
    throw refuse("the name holds characters that cannot be seen", "Choose one that can be read and typed.");
  if (name === "sensor") throw refuse("sensor is what events call the program itself", "Choose another name.");
  const other = [...state.agents.values()].find((agent) => agent.name === name && agent.status !== "left" && agent.id !== self.agent);
  if (other?.writer === state.agents.get(self.agent)?.writer && other) {
    throw refuse(`another agent here is called ${name} already`, `It works in ${other.worktree}. See: git nerve agents`);
  }
  return name;
};

const requireWorktree = async (nerve: Nerve, self: Self): Promise<Worktree> => {
  const found = (await readWorktrees(nerve.repository)).find(({ id }) => id === self.binding.worktree);
  if (found) return found;
  throw new NerveError("environment", "this worktree has just vanished");
};
