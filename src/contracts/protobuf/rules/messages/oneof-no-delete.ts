import { inSource, type ProtobufRule } from "../../rule.ts";
import { messagePairs } from "../pairs.ts";

/** Code that asks which field of the oneof is set no longer compiles. */
export const oneofNoDelete: ProtobufRule = {
  id: "protobuf/oneof-no-delete",
  level: "breaking",
  levels: inSource,

  *check(before, after) {
    for (const [old, current] of messagePairs(before, after)) {
      for (const name of old.oneofs) {
        if (current.oneofs.has(name)) continue;
        yield { at: `${old.fullName}.${name}`, message: `Oneof ${old.fullName}.${name} was removed.` };
      }
    }
  },
};
