import { requestContent } from "../../pair/bodies.ts";
import type { MediaType } from "../../read/api.ts";
import type { StructureRule } from "../../rule.ts";
import { canBeCompound } from "../parameters/compound.ts";
import { fieldSchemas } from "./field-schemas.ts";

/** A list or an object in a form is written in another way. */
export const formFieldStyleChanged: StructureRule = {
  id: "openapi/form-field-style-changed",
  level: "breaking",
  direction: "request",

  *check(pair) {
    for (const { operation, media } of requestContent(pair)) {
      for (const { key, old, current } of media.kept) {
        if (key !== "application/x-www-form-urlencoded") continue;
        for (const name of new Set([...old.fields.keys(), ...current.fields.keys()])) {
          const [was, now] = [styleIn(old, name), styleIn(current, name)];
          if (was === now || !isCompound(current, name)) continue;
          const at = current.fields.get(name)?.at ?? current.at;
          yield { at, message: `The field ${name} of ${operation.name} was written as ${was}, and now as ${now}.` };
        }
      }
    }
  },
};

const styleIn = ({ fields }: MediaType, name: string): string => fields.get(name)?.style ?? "form, exploded";

const isCompound = (media: MediaType, name: string): boolean => {
  const schemas = fieldSchemas(media, name);
  return schemas.length > 0 && schemas.every(canBeCompound);
};
