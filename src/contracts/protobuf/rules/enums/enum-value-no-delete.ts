import { inSource, type ProtobufRule } from "../../rule.ts";
import { removedValues } from "../removed-values.ts";

/** Code that names the value no longer compiles. */
export const enumValueNoDelete: ProtobufRule = {
  id: "protobuf/enum-value-no-delete",
  level: "breaking",
  levels: inSource,

  *check(before, after) {
    for (const { owner, names } of removedValues(before, after)) {
      yield { at: `${owner}.${names[0]}`, message: `Value ${names.join(" alias ")} of enum ${owner} was removed.` };
    }
  },
};
