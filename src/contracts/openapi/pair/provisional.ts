import type { Keyed } from "../../apis/keyed.ts";
import { isProvisional } from "../read/lifecycle.ts";
import type { ContractPair, KeptOperation } from "./contract-pair.ts";

/**
 * A pair without the operations of which nothing was promised yet, and those alone, if there are any. Nobody who calls a draft has been
 * told that it stays as it is.
 */
export const byPromise = (pair: ContractPair): { readonly firm: ContractPair; readonly provisional: ContractPair | undefined } => {
  const { operations, events } = pair;
  if (![...operations.kept, ...events.kept].some(wasProvisional)) return { firm: pair, provisional: undefined };
  return {
    firm: { ...pair, operations: without(operations), events: without(events) },
    provisional: { ...pair, operations: alone(operations), events: alone(events) },
  };
};

const wasProvisional = ({ old }: KeptOperation): boolean => isProvisional(old.lifecycle);

const without = <T>(all: Keyed<T, KeptOperation>): Keyed<T, KeptOperation> => ({
  ...all,
  kept: all.kept.filter((one) => !wasProvisional(one)),
});

const alone = <T>({ kept }: Keyed<T, KeptOperation>): Keyed<T, KeptOperation> => ({
  kept: kept.filter(wasProvisional),
  removed: [],
  added: [],
});
