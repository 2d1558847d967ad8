import type { Direction } from "../../../change.ts";
import type { ContractPair } from "../../pair/contract-pair.ts";
import { directionOf, flowName } from "../../pair/exchanges.ts";
import type { SecurityAlternative, Server } from "../../read/api.ts";

/** What clients need to show something for, in both versions, and the ways in. */
export interface Guarded {
  /** For sentences: "server production". */
  readonly name: string;
  readonly at: string;
  readonly direction: Direction;
  readonly before: readonly SecurityAlternative[];
  readonly after: readonly SecurityAlternative[];
}

/** Servers and operations, but for those whose ways in are not known. */
export const guarded = function* ({ servers, channels }: ContractPair): Generator<Guarded> {
  for (const { old, current } of servers.kept) {
    yield* known({ name: `server ${current.name}`, at: current.at, direction: null }, old.security, current.security);
  }
  for (const { name, flows } of channels.kept) {
    for (const { action, operations } of flows.kept) {
      const operation = { name: flowName(action, name), direction: directionOf(action) };
      for (const { old, current } of operations.kept) yield* known({ ...operation, at: current.at }, old.security, current.security);
    }
  }
};

const known = function* (
  what: Pick<Guarded, "name" | "at" | "direction">,
  before: Server["security"],
  after: Server["security"],
): Generator<Guarded> {
  if (before && after) yield { ...what, before, after };
};
