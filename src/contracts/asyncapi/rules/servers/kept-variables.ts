import type { ContractPair } from "../../pair/contract-pair.ts";
import type { Kept } from "../../pair/paired.ts";
import { withoutNames } from "../../read/addresses.ts";
import type { ServerVariable } from "../../read/api.ts";

/** The variables of servers whose address is the same. What they are called is nothing to clients: their place tells. */
export const keptVariables = function* ({ servers }: ContractPair): Generator<Kept<ServerVariable> & { readonly server: string }> {
  for (const { old, current } of servers.kept) {
    if (withoutNames(old.host + old.pathname) !== withoutNames(current.host + current.pathname)) continue;
    for (const [position, variable] of current.variables.entries()) {
      const before = old.variables[position];
      if (before) yield { server: current.name, old: before, current: variable };
    }
  }
};
