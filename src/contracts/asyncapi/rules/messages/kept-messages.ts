import type { ContractPair } from "../../pair/contract-pair.ts";
import type { Exchange } from "../../pair/exchanges.ts";
import type { Kept } from "../../pair/paired.ts";
import type { Message } from "../../read/api.ts";

/** The messages that both versions know, wherever they go. */
export const keptMessages = function* ({ exchanges }: ContractPair): Generator<Kept<Message> & { readonly exchange: Exchange }> {
  for (const exchange of exchanges) {
    for (const { old, current } of exchange.messages.kept) if (!old.isUnknown && !current.isUnknown) yield { old, current, exchange };
  }
};
