import { atEveryLevel, type ProtobufRule } from "../../rule.ts";
import { methodPairs } from "../pairs.ts";

/** One side sends many messages where the other expects one. */
export const rpcSameServerStreaming: ProtobufRule = {
  id: "protobuf/rpc-same-server-streaming",
  level: "breaking",
  levels: atEveryLevel,

  *check(before, after) {
    for (const [old, current] of methodPairs(before, after)) {
      if (old.serverStreams === current.serverStreams) continue;
      const change = current.serverStreams ? "answers with a stream now" : "no longer answers with a stream";
      yield { at: old.fullName, message: `Method ${old.fullName} ${change}.` };
    }
  },
};
