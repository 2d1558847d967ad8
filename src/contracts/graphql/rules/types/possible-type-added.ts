import type { ContractRule } from "../../../rule.ts";
import { isRequired } from "../../sdl/default-value.ts";
import { lacking } from "../pairs.ts";
import type { Sdl, SdlField } from "../../sdl/sdl.ts";
import { namedType } from "../../sdl/type-reference.ts";

/** Whoever receives the interface meets a type that it cannot know: the same as a new member of a union. */
export const possibleTypeAdded: ContractRule<Sdl> = {
  id: "graphql/possible-type-added",
  level: "dangerous",

  *check(before, after) {
    const offered = interfacesOffered(before);
    for (const { name, kind, interfaces } of lacking(after.types, before.types)) {
      if (kind !== "object") continue;
      for (const owner of interfaces) {
        if (!offered.has(owner)) continue;
        yield {
          at: name,
          direction: "response",
          message: `The new type ${name} implements ${owner}: a field of type ${owner} may now return an object that a consumer does not know.`,
        };
      }
    }
  },
};

const interfacesOffered = ({ types }: Sdl): Set<string> => {
  const offered = new Set<string>();
  for (const { fields } of types.values()) {
    for (const field of fields.values()) {
      const name = namedType(field.type);
      if (types.get(name)?.kind === "interface" && !isLookup(field)) offered.add(name);
    }
  }
  return offered;
};

/** `node(id: ID!): Node` returns what the consumer asked for by its id, and so nothing that it does not know. */
const isLookup = (field: SdlField): boolean =>
  [...field.arguments.values()].some((argument) => isRequired(argument) && namedType(argument.type) === "ID");
