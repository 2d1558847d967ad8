import { keptSchemes } from "./kept-schemes.ts";
import type { StructureRule } from "../../rule.ts";

/** Tokens are of another format. Those who look inside them are surprised, all others are not. */
export const bearerFormatChanged: StructureRule = {
  id: "openapi/bearer-format-changed",
  level: "dangerous",
  direction: "request",

  *check(pair) {
    for (const { old, current } of keptSchemes(pair)) {
      if (old.bearerFormat === current.bearerFormat) continue;
      yield {
        at: current.at,
        message: `Tokens of ${old.name} were ${old.bearerFormat ?? "of no said format"}, and are ${current.bearerFormat ?? "of no said format"} now.`,
      };
    }
  },
};
