import { inSource, type ProtobufRule } from "../../rule.ts";
import type { Field } from "../../schema/schema.ts";
import { fieldPairs } from "../pairs.ts";

/** Generated C++ has another type for the field. */
export const fieldSameCppStringType: ProtobufRule = {
  id: "protobuf/field-same-cpp-string-type",
  level: "breaking",
  levels: inSource,

  *check(before, after) {
    for (const [old, current] of fieldPairs(before, after)) {
      const [was, is] = [old.cppStringType, current.cppStringType];
      if (was === is || !isText(old) || !isText(current) || (was === "STRING_PIECE" && is === "STRING")) continue;
      yield { at: old.fullName, message: `${current.title} changed its C++ string type from ${was} to ${is}.` };
    }
  },
};

const isText = ({ type }: Field): boolean => type.kind === "string" || type.kind === "bytes";
