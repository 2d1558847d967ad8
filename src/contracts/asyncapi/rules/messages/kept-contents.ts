import type { ContractPair } from "../../pair/contract-pair.ts";
import type { Exchange } from "../../pair/exchanges.ts";
import type { Kept } from "../../pair/paired.ts";
import type { Described } from "../../read/api.ts";
import { keptMessages } from "./kept-messages.ts";
import { messageName } from "../../pair/words.ts";

/** The payloads and headers that both versions describe, with what they are in a sentence: "the payload of message userSignedUp". */
export const keptContents = function* (
  pair: ContractPair,
): Generator<Kept<Described> & { readonly exchange: Exchange; readonly subject: string }> {
  for (const { exchange, old, current } of keptMessages(pair)) {
    for (const part of ["payload", "headers"] as const) {
      const [before, after] = [old[part], current[part]];
      if (before && after) yield { old: before, current: after, exchange, subject: `the ${part} of ${messageName(current)}` };
    }
  }
};
