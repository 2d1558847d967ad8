import type { Repository } from "../../git/repository.ts";
import { applySteps } from "./apply-steps.ts";
import { type HookOptions, type HookPlan, planHooks } from "./plan.ts";

/**
 * Installs our part of post-checkout and pre-push beside the hooks that are there. Returns what was done: no steps when all was in place.
 * Throws (environment) when the disk or git refuses.
 */
export const installHooks = async (repository: Repository, options: HookOptions): Promise<HookPlan> => {
  const plan = await planHooks(repository, options);
  await applySteps(repository, plan.steps);
  return plan;
};
