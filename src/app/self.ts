import path from "node:path";
import { NerveError } from "../base/errors.ts";
import type { Repository } from "../git/repository.ts";
import { mainId, worktreeIdOf } from "../git/worktrees.ts";
import type { AgentId } from "../model/ids.ts";
import { type BoundAgent, findBoundAgent } from "./agents.ts";
import type { Sighting } from "./digest-of.ts";
import type { Nerve } from "./nerve.ts";
import type { Signer } from "./record.ts";
import type { Pass } from "./sensor.ts";
import { readView, type View } from "./view.ts";
import { findRunningWatcher } from "./watcher.ts";

/** Who gives a command: the agent of the worktree it was called in. */
export interface Self extends Signer {
  readonly agent: AgentId;
  readonly binding: BoundAgent;
}

export interface Entered {
  readonly view: View;
  readonly self: Self | undefined;
  /** What this call looked at: nothing when a watcher does that. */
  readonly sightings: readonly Sighting[];
}

/**
 * The view, as fresh as if a watcher ran: without one, this looks at every worktree first. The agent of the worktree that the command was
 * called in is there afterwards; undefined in a bare repository. `always`: look even when a watcher runs.
 */
export const enter = async (nerve: Nerve, { always = false }: { always?: boolean } = {}): Promise<Entered> => {
  if (!always && findRunningWatcher(nerve.repository)) {
    const view = await readView(nerve);
    const self = findSelf(nerve);
    // Without this, a worktree so new that the watcher has not come to it would have no agent.
    if (nerve.repository.workTree === null || (self && view.state.agents.has(self.agent))) return { view, self, sightings: [] };
  }
  const { view, sightings } = await sense(nerve);
  return { view, self: findSelf(nerve), sightings };
};

/** Like `enter`, for commands that make sense only in a worktree. Throws (environment) elsewhere. */
export const enterAsSelf = async (nerve: Nerve): Promise<{ view: View; self: Self }> => {
  const { view, self } = await enter(nerve);
  if (self) return { view, self };
  throw new NerveError("environment", "this is not a worktree, so no agent works here", {
    hint: "Run it in one: see `git worktree list`.",
  });
};

const sense = async (nerve: Nerve): Promise<Pass> => {
  // Looking needs most of the program's code, and with a watcher no command has to look.
  const { SteadySensor } = await import("./steady-sensor.ts");
  const sensor = new SteadySensor(nerve);
  try {
    return await sensor.pass();
  } finally {
    await sensor.close();
  }
};

const findSelf = (nerve: Nerve): Self | undefined => {
  const id = worktreeId(nerve.repository);
  const binding = id === undefined ? undefined : findBoundAgent(nerve, id);
  return binding && { agent: binding.agent, name: binding.name, key: binding.key, binding };
};

/** The id of the worktree that the repository was opened from, as `readWorktrees` has it. */
const worktreeId = ({ workTree, gitDir, commonDir }: Repository): string | undefined => {
  if (workTree === null) return;
  return gitDir === commonDir ? mainId : worktreeIdOf(path.basename(gitDir));
};
