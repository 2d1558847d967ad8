import { atEveryLevel, type ProtobufRule } from "../../rule.ts";
import { methodPairs } from "../pairs.ts";

/** One side sends many messages where the other expects one. */
export const rpcSameClientStreaming: ProtobufRule = {
  id: "protobuf/rpc-same-client-streaming",
  level: "breaking",
  levels: atEveryLevel,

  *check(before, after) {
    for (const [old, current] of methodPairs(before, after)) {
      if (old.clientStreams === current.clientStreams) continue;
      const change = current.clientStreams ? "takes a stream of requests now" : "no longer takes a stream of requests";
      yield { at: old.fullName, message: `Method ${old.fullName} ${change}.` };
    }
  },
};
