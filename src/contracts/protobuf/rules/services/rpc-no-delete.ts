import { inSource, type ProtobufRule } from "../../rule.ts";
import { servicePairs } from "../pairs.ts";

/** Calls to the method are answered with "unimplemented". */
export const rpcNoDelete: ProtobufRule = {
  id: "protobuf/rpc-no-delete",
  level: "breaking",
  levels: inSource,

  *check(before, after) {
    for (const [old, current] of servicePairs(before, after)) {
      for (const { name, fullName } of old.methods.values()) {
        if (!current.methods.has(name)) yield { at: fullName, message: `Method ${fullName} was removed.` };
      }
    }
  },
};
