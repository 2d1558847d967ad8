import type { ContractRule } from "../rule.ts";
import { lacking, namesInUse } from "./pairs.ts";
import type { Sdl } from "./sdl.ts";

/** Whoever receives the interface meets a type that it cannot know. The same as a new member of a union. */
export const possibleTypeAdded: ContractRule<Sdl> = {
  id: "graphql/possible-type-added",
  level: "dangerous",

  *check(before, after) {
    const { received } = namesInUse(before);
    for (const { name, kind, interfaces } of lacking(after.types, before.types)) {
      if (kind !== "object") continue;
      for (const owner of interfaces) {
        if (!received.has(owner) || before.types.get(owner)?.kind !== "interface") continue;
        yield {
          at: name,
          direction: "response",
          message: `The new type ${name} implements ${owner}: a field of type ${owner} may now return an object that a consumer does not know.`,
        };
      }
    }
  },
};
