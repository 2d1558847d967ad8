import type { ContractPair, KeptOperation } from "../../pair/contract-pair.ts";
import type { SecurityAlternative } from "../../read/api.ts";

/** Why callers that were let in are not let in any more. */
export type LostAccess =
  | { readonly kind: "added"; readonly operation: KeptOperation; readonly asked: SecurityAlternative }
  | { readonly kind: "alternative removed"; readonly operation: KeptOperation; readonly given: SecurityAlternative }
  | { readonly kind: "scheme added"; readonly operation: KeptOperation; readonly names: readonly string[] }
  | {
      readonly kind: "scheme changed";
      readonly operation: KeptOperation;
      readonly name: string;
      readonly was: string;
      readonly now: string;
    }
  | { readonly kind: "scope added"; readonly operation: KeptOperation; readonly name: string; readonly scopes: readonly string[] };

/**
 * Each way in that there was, if what it took does not suffice for any way in that there is. A scheme of another
 * name is the same if it asks the same of a caller, and neither name is known on the other side.
 */
export const lostAccess = function* ({ operations, before, after }: ContractPair): Generator<LostAccess> {
  for (const operation of operations.kept) {
    const { security: ways } = operation.current;
    for (const given of operation.old.security) {
      if (ways.some((asked) => suffices(given, asked, { before, after }))) continue;
      yield reasonOf(operation, given, ways);
    }
  }
};

const suffices = (
  given: SecurityAlternative,
  asked: SecurityAlternative,
  { before, after }: Pick<ContractPair, "before" | "after">,
): boolean =>
  [...asked].every(([name, { scheme, scopes }]) =>
    [...given].some(([own, had]) => {
      const isRenamed = !before.securitySchemes.has(name) && !after.securitySchemes.has(own);
      if (own !== name && !isRenamed) return false;
      return had.scheme.means === scheme.means && scopes.every((scope) => had.scopes.includes(scope));
    }),
  );

const reasonOf = (operation: KeptOperation, given: SecurityAlternative, ways: readonly SecurityAlternative[]): LostAccess => {
  const [asked] = ways;
  if (given.size === 0 && asked) return { kind: "added", operation, asked };
  const same = ways.find((way) => way.size === given.size && [...way.keys()].every((name) => given.has(name)));
  for (const [name, { scheme, scopes }] of same ?? []) {
    const own = given.get(name);
    if (own === undefined) continue;
    if (own.scheme.means !== scheme.means) return { kind: "scheme changed", operation, name, was: own.scheme.means, now: scheme.means };
    const more = scopes.filter((scope) => !own.scopes.includes(scope));
    if (more.length > 0) return { kind: "scope added", operation, name, scopes: more };
  }
  const wider = ways.find((way) => [...given.keys()].every((name) => way.has(name)));
  if (wider) return { kind: "scheme added", operation, names: [...wider.keys()].filter((name) => !given.has(name)) };
  return { kind: "alternative removed", operation, given };
};

/** "apiKey and oauth". */
export const namesIn = (alternative: SecurityAlternative): string => [...alternative.keys()].join(" and ") || "nothing";
