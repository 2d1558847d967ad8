import type { StructureRule } from "../../rule.ts";

/** What is sent is ignored, or refused. */
export const bodyRemoved: StructureRule = {
  id: "openapi/body-removed",
  level: "breaking",
  direction: "request",

  *check({ operations }) {
    for (const { name, old, current } of operations.kept) {
      if (old.body && !current.body) yield { at: old.body.at, message: `${name} does not take a body any more.` };
    }
  },
};
