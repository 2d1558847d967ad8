import path from "node:path";
import { NerveError } from "../base/errors.ts";
import type { Repository } from "../git/repository.ts";
import type { AgentId } from "../model/ids.ts";
import { type BoundAgent, findBoundAgent } from "./agents.ts";
import type { Nerve } from "./nerve.ts";
import type { Signer } from "./record.ts";
import { Sensor } from "./sensor.ts";
import { readView, type View } from "./view.ts";
import { findRunningWatcher } from "./watcher.ts";

/** Who gives a command: the agent of the worktree it was called in. */
export interface Self extends Signer {
  readonly agent: AgentId;
  readonly binding: BoundAgent;
}

/**
 * The view, as fresh as if a watcher ran: without one, this looks at every worktree first. The agent of the worktree that the command was
 * called in is there afterwards; undefined in a bare repository.
 */
export const enter = async (nerve: Nerve): Promise<{ view: View; self: Self | undefined }> => {
  const watched = findRunningWatcher(nerve.repository) !== undefined;
  let view = watched ? await readView(nerve) : await sense(nerve);
  let self = findSelf(nerve);
  if (watched && nerve.repository.workTree && !(self && view.state.agents.has(self.agent))) {
    // A worktree so new that the watcher has not come to it.
    view = await sense(nerve);
    self = findSelf(nerve);
  }
  return { view, self };
};

/** Like `enter`, for commands that make sense only in a worktree. Throws (environment) elsewhere. */
export const enterAsSelf = async (nerve: Nerve): Promise<{ view: View; self: Self }> => {
  const { view, self } = await enter(nerve);
  if (self) return { view, self };
  throw new NerveError("environment", "this is not a worktree, so no agent works here", {
    hint: "Run it in one: see `git worktree list`.",
  });
};

const sense = async (nerve: Nerve): Promise<View> => {
  const sensor = new Sensor(nerve);
  try {
    return (await sensor.pass()).view;
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
  return gitDir === commonDir ? "main" : path.basename(gitDir);
};
