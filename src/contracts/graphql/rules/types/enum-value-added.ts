import type { ContractRule } from "../../../rule.ts";
import { keptTypes, lacking, namesInUse } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** Consumers may receive a value that they do not know. Where they only send values of the enum, they need not care. */
export const enumValueAdded: ContractRule<Sdl> = {
  id: "graphql/enum-value-added",
  level: "dangerous",

  *check(before, after) {
    const { sent, received } = namesInUse(before);
    for (const { at, old, current } of keptTypes(before, after, "enum")) {
      for (const { name } of lacking(current.values, old.values)) {
        const value = `${at}.${name}`;
        if (sent.has(at) && !received.has(at)) {
          yield { at: value, direction: "request", level: "compatible", message: `Enum value ${value} was added: it may be sent as well.` };
        } else {
          yield {
            at: value,
            direction: "response",
            message: `Enum value ${value} was added: consumers may receive a value that they do not know.`,
          };
        }
      }
    }
  },
};
