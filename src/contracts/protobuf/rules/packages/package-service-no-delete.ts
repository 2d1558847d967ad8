import type { ProtobufRule } from "../../rule.ts";
import { removedFromPackages } from "../removed.ts";

/** Calls to the service are answered by nobody. */
export const packageServiceNoDelete: ProtobufRule = {
  id: "protobuf/package-service-no-delete",
  level: "breaking",
  levels: ["package"],

  *check(before, after) {
    for (const name of removedFromPackages(before, after, (file) => file.services)) {
      yield { at: name, message: `Service ${name} was removed from its package.` };
    }
  },
};
