import type { Repository } from "../../git/repository.ts";
import { applySteps } from "./apply-steps.ts";
import { type HookPlan, planRemoval } from "./plan.ts";

/** Takes our part out of every hook and leaves, byte for byte, what was there without it. Returns what was done. Throws (environment) as `installHooks`. */
export const uninstallHooks = async (repository: Repository): Promise<HookPlan> => {
  const plan = await planRemoval(repository);
  await applySteps(repository, plan.steps);
  return plan;
};
