import type { Body } from "../read/api.ts";
import { contentPair, type KeptMediaType } from "./content-pair.ts";
import type { ContractPair, Kept, KeptOperation, NamedResponse } from "./contract-pair.ts";
import type { MediaType } from "../read/api.ts";
import type { Keyed } from "../../apis/keyed.ts";

/** The bodies that both versions are sent. */
export const keptBodies = function* ({ operations }: ContractPair): Generator<Kept<Body> & { readonly operation: KeptOperation }> {
  for (const operation of operations.kept) {
    const { body: old } = operation.old;
    const { body: current } = operation.current;
    if (old && current) yield { operation, old, current };
  }
};

/** What they may be written in. */
export const requestContent = function* (
  pair: ContractPair,
): Generator<{ readonly operation: KeptOperation; readonly media: Keyed<MediaType, KeptMediaType> }> {
  for (const { operation, old, current } of keptBodies(pair)) {
    yield { operation, media: contentPair(old.content, current.content, "request") };
  }
};

/** The answers that both versions give. */
export const keptResponses = function* ({
  operations,
}: ContractPair): Generator<Kept<NamedResponse> & { readonly operation: KeptOperation }> {
  for (const operation of operations.kept) for (const { old, current } of operation.responses.kept) yield { operation, old, current };
};

/** What they are written in. */
export const responseContent = function* (pair: ContractPair): Generator<{
  readonly operation: KeptOperation;
  readonly status: string;
  readonly media: Keyed<MediaType, KeptMediaType>;
}> {
  for (const { operation, old, current } of keptResponses(pair)) {
    yield { operation, status: old.status, media: contentPair(old.content, current.content, "response") };
  }
};
