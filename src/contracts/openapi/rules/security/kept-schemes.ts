import type { ContractPair, Kept } from "../../pair/contract-pair.ts";
import type { SecurityScheme } from "../../read/api.ts";

/** The security schemes that both versions have and that some operation of both needs. */
export const keptSchemes = function* ({ before, after, operations }: ContractPair): Generator<Kept<SecurityScheme>> {
  const used = new Set(operations.kept.flatMap(({ old }) => old.security.flatMap((way) => [...way.keys()])));
  for (const [name, current] of after.securitySchemes) {
    const old = before.securitySchemes.get(name);
    if (old && used.has(name)) yield { old, current };
  }
};
