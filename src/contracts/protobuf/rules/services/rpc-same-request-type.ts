import { atEveryLevel, type ProtobufRule } from "../../rule.ts";
import { methodPairs } from "../pairs.ts";
import { isSameReference } from "../types.ts";

/** The server reads what the client sends as another message. */
export const rpcSameRequestType: ProtobufRule = {
  id: "protobuf/rpc-same-request-type",
  level: "breaking",
  levels: atEveryLevel,

  *check(before, after) {
    for (const [{ fullName, request }, current] of methodPairs(before, after)) {
      if (isSameReference(request, current.request)) continue;
      yield { at: fullName, message: `Method ${fullName} changed request type from ${request.name} to ${current.request.name}.` };
    }
  },
};
