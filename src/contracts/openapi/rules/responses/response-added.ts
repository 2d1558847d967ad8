import type { StructureRule } from "../../rule.ts";

/** One more way in which a call can end. Those who are careful have room for what they do not know. */
export const responseAdded: StructureRule = {
  id: "openapi/response-added",
  level: "compatible",
  direction: "response",

  *check({ operations }) {
    for (const { name, responses } of operations.kept) {
      for (const { status, at } of responses.added) yield { at, message: `${name} may now answer with ${status}.` };
    }
  },
};
