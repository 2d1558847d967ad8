import { atEveryLevel, type ProtobufRule } from "../../rule.ts";
import { methodPairs } from "../pairs.ts";
import { isSameReference } from "../types.ts";

/** The client reads what the server sends as another message. */
export const rpcSameResponseType: ProtobufRule = {
  id: "protobuf/rpc-same-response-type",
  level: "breaking",
  levels: atEveryLevel,

  *check(before, after) {
    for (const [{ fullName, response }, current] of methodPairs(before, after)) {
      if (isSameReference(response, current.response)) continue;
      yield { at: fullName, message: `Method ${fullName} changed response type from ${response.name} to ${current.response.name}.` };
    }
  },
};
