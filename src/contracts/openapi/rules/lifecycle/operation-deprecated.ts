import type { StructureRule } from "../../rule.ts";

/** It still works. Who calls it should look for something else. */
export const operationDeprecated: StructureRule = {
  id: "openapi/operation-deprecated",
  level: "compatible",
  direction: null,

  *check({ operations, events }) {
    for (const { name, old, current } of [...operations.kept, ...events.kept]) {
      if (old.lifecycle.deprecated || !current.lifecycle.deprecated) continue;
      const date = current.lifecycle.sunset?.date;
      yield { at: current.at, message: `${name} is deprecated now${date === undefined ? "" : `, and goes on ${date}`}.` };
    }
  },
};
