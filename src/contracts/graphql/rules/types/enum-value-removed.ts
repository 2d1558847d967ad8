import type { ContractRule } from "../../../rule.ts";
import { keptTypes, lacking, namesInUse } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** Who sends the value is refused; who waits for it waits in vain. */
export const enumValueRemoved: ContractRule<Sdl> = {
  id: "graphql/enum-value-removed",
  level: "breaking",

  *check(before, after) {
    const { sent, received } = namesInUse(before);
    for (const { at, old, current } of keptTypes(before, after, "enum")) {
      for (const { name } of lacking(old.values, current.values)) {
        const value = `${at}.${name}`;
        if (sent.has(at) && !received.has(at)) {
          yield { at: value, direction: "request", message: `Enum value ${value} was removed: who sends it is refused.` };
        } else if (received.has(at) && !sent.has(at)) {
          yield { at: value, direction: "response", message: `Enum value ${value} was removed: code that names it no longer has it.` };
        } else {
          yield {
            at: value,
            message: `Enum value ${value} was removed: who sends it is refused, and code that names it no longer has it.`,
          };
        }
      }
    }
  },
};
