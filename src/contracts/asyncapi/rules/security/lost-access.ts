import type { Direction } from "../../../change.ts";
import { pointerTo } from "../../../documents/pointer.ts";
import type { ContractPair } from "../../pair/contract-pair.ts";
import type { SecurityAlternative } from "../../read/api.ts";
import { guarded } from "./guarded.ts";

/** A way in that there was, and why it is none any more. */
export interface LostAccess {
  /** What clients cannot get into: "server production". */
  readonly name: string;
  readonly at: string;
  readonly direction: Direction;
  readonly given: SecurityAlternative;
  readonly reason:
    | { readonly kind: "added"; readonly asked: SecurityAlternative }
    | { readonly kind: "scopes"; readonly scopes: readonly string[]; readonly of: string }
    | { readonly kind: "removed" };
}

/** Each way into a server or an operation, if what it took does not suffice for any way in that there is. */
export const lostAccess = function* (pair: ContractPair): Generator<LostAccess> {
  for (const { name, at, direction, before, after } of guarded(pair)) {
    for (const given of before) {
      if (after.some((asked) => suffices(given, asked))) continue;
      yield { name, at: pointerTo(at, "security"), direction, given, reason: reasonFor(given, after) };
    }
  }
};

/** "an API key as the user and OAuth 2". */
export const wordsFor = (way: SecurityAlternative): string => [...way.keys()].join(" and ") || "nothing";

const suffices = (given: SecurityAlternative, asked: SecurityAlternative): boolean =>
  [...asked].every(([means, { scopes }]) => scopes.every((scope) => given.get(means)?.scopes.includes(scope)) && given.has(means));

const reasonFor = (given: SecurityAlternative, ways: readonly SecurityAlternative[]): LostAccess["reason"] => {
  const [asked] = ways;
  if (given.size === 0 && asked) return { kind: "added", asked };
  const same = ways.find((way) => [...way.keys()].every((means) => given.has(means)));
  for (const [means, { scopes }] of same ?? []) {
    const more = scopes.filter((scope) => !given.get(means)?.scopes.includes(scope));
    if (more.length > 0) return { kind: "scopes", scopes: more, of: means };
  }
  return { kind: "removed" };
};
