import { inSource, type ProtobufRule } from "../../rule.ts";
import { messagePairs } from "../pairs.ts";

/** Generated code loses `descriptor()`. */
export const messageNoRemoveStandardDescriptorAccessor: ProtobufRule = {
  id: "protobuf/message-no-remove-standard-descriptor-accessor",
  level: "breaking",
  levels: inSource,

  *check(before, after) {
    for (const [old, current] of messagePairs(before, after)) {
      if (old.noStandardDescriptorAccessor || !current.noStandardDescriptorAccessor) continue;
      yield { at: old.fullName, message: `Message ${old.fullName} lost its standard descriptor accessor.` };
    }
  },
};
