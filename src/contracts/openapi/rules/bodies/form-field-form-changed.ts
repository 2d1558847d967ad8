import { isObject, member } from "../../../documents/json.ts";
import { requestContent } from "../../pair/bodies.ts";
import type { MediaType } from "../../read/api.ts";
import { coversMediaType } from "../../../apis/media-type.ts";
import type { StructureRule } from "../../rule.ts";
import { canBeCompound } from "../parameters/compound.ts";
import { fieldSchemas } from "./field-schemas.ts";

/** A field of a form has to be written in another form: not every file is taken any more. */
export const formFieldFormChanged: StructureRule = {
  id: "openapi/form-field-form-changed",
  level: "breaking",
  direction: "request",

  *check(pair) {
    for (const { operation, media } of requestContent(pair)) {
      for (const { old, current } of media.kept) {
        for (const [name, { at, mediaTypes }] of current.fields) {
          if (mediaTypes.length === 0 || mediaTypes.some(isAny)) continue;
          const before = mediaTypesIn(old, name);
          if (before.length > 0 && before.every((one) => mediaTypes.some((other) => coversMediaType(other, one)))) continue;
          yield { at, message: `The field ${name} of ${operation.name} has to be ${mediaTypes.join(" or ")} now.` };
        }
      }
    }
  },
};

/** What is meant where nothing is said; of files, anything. */
const mediaTypesIn = (media: MediaType, name: string): readonly string[] => {
  const said = media.fields.get(name)?.mediaTypes ?? [];
  if (said.length > 0) return said;
  const schemas = fieldSchemas(media, name);
  const isFile = schemas.some(({ schema }) => !isObject(schema) || member(schema, "format") === "binary" || !("type" in schema));
  return isFile ? [] : [schemas.every(canBeCompound) ? "application/json" : "text/plain"];
};

/** Bytes are bytes. */
const isAny = (mediaType: string): boolean => mediaType === "application/octet-stream" || mediaType === "*/*";
