import type { Repository } from "../git/repository.ts";
import { findWriter } from "../identity/writer.ts";
import { installHooks } from "./hooks/install.ts";
import { type HookPlan, planHooks } from "./hooks/plan.ts";
import type { Nerve } from "./nerve.ts";
import { programWords } from "./program.ts";
import { enter } from "./self.ts";

/** What `init` writes, and where. */
export interface SetupPlan {
  /** The writer that is there already; null when a key will be made. */
  readonly writer: string | null;
  readonly keysFolder: string;
  readonly hooks: HookPlan;
}

/** What `setUp` would do now. Changes nothing. */
export const planSetup = async (repository: Repository): Promise<SetupPlan> => ({
  writer: findWriter(repository.nerveDir)?.id ?? null,
  keysFolder: `${repository.nerveDir}/keys`,
  hooks: await planHooks(repository, { program: programWords() }),
});

export interface Setup {
  readonly writer: string;
  readonly agents: number;
  readonly hooks: HookPlan;
}

/** Makes the keys, the plane with an agent for every worktree, and the hooks. Done twice it does nothing the second time. */
export const setUp = async (nerve: Nerve): Promise<Setup> => {
  const writer = nerve.writer().key.id;
  const hooks = await installHooks(nerve.repository, { program: programWords() });
  const { view } = await enter(nerve);
  const agents = [...view.state.agents.values()].filter((agent) => agent.writer === writer && agent.status !== "left").length;
  return { writer, agents, hooks };
};
