import { atEveryLevel, type ProtobufRule } from "../rule.ts";
import { methodPairs } from "./pairs.ts";

/** One side sends many messages where the other expects one. */
export const rpcSameClientStreaming: ProtobufRule = {
  id: "protobuf/rpc-same-client-streaming",
  level: "breaking",
  levels: atEveryLevel,

  *check(before, after) {
    for (const [old, current] of methodPairs(before, after)) {
      if (old.clientStreams === current.clientStreams) continue;
      const message = `Method ${old.fullName} ${old.clientStreams ? "no longer lets" : "now has"} the client stream its messages.`;
      yield { at: old.fullName, message };
    }
  },
};
