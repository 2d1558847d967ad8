import type { ContractRule } from "../../../rule.ts";
import { keptFields, lacking } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** Operations that send the argument no longer validate. */
export const argumentRemoved: ContractRule<Sdl> = {
  id: "graphql/argument-removed",
  level: "breaking",

  *check(before, after) {
    for (const { at, old, current } of keptFields(before, after)) {
      for (const { name } of lacking(old.arguments, current.arguments)) {
        yield {
          at: `${at}(${name}:)`,
          direction: "request",
          message: `Argument ${name} of field ${at} was removed: operations that send it no longer validate.`,
        };
      }
    }
  },
};
