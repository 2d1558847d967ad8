import type { ContractPair } from "../../pair/contract-pair.ts";
import type { Lifecycle } from "../../read/api.ts";
import { isProvisional } from "../../read/lifecycle.ts";

/** Whether something was to go by now: deprecated, without a day or with one that has passed. If today is not known, no day has. */
export const mayGo = ({ deprecated, sunset }: Lifecycle, today: string | undefined): boolean => {
  if (!deprecated) return false;
  if (sunset === undefined) return true;
  return sunset.date !== undefined && today !== undefined && sunset.date <= today;
};

/** Whether nobody should be surprised that something is gone. */
export const isExpected = (lifecycle: Lifecycle, today: string | undefined): boolean => isProvisional(lifecycle) || mayGo(lifecycle, today);

/** What can be deprecated, in both versions: operations, what the provider calls, and the parameters of both. */
export const lifecyclePairs = function* ({ operations, events }: ContractPair): Generator<{
  readonly what: string;
  readonly at: string;
  readonly old: Lifecycle;
  readonly current: Lifecycle;
}> {
  for (const { name, old, current, parameters } of [...operations.kept, ...events.kept]) {
    yield { what: name, at: current.at, old: old.lifecycle, current: current.lifecycle };
    for (const one of parameters.kept) {
      yield {
        what: `parameter ${one.current.name} of ${name}`,
        at: one.current.at,
        old: one.old.lifecycle,
        current: one.current.lifecycle,
      };
    }
  }
};
