import { atEveryLevel, type ProtobufRule } from "../../rule.ts";
import { methodPairs } from "../pairs.ts";

/** Clients repeat or cache calls by what they know of it. */
export const rpcSameIdempotencyLevel: ProtobufRule = {
  id: "protobuf/rpc-same-idempotency-level",
  level: "breaking",
  levels: atEveryLevel,

  *check(before, after) {
    for (const [{ fullName, idempotency }, current] of methodPairs(before, after)) {
      if (idempotency === current.idempotency) continue;
      yield { at: fullName, message: `Method ${fullName} changed idempotency from ${idempotency} to ${current.idempotency}.` };
    }
  },
};
