import { inSource, type ProtobufRule } from "../../rule.ts";
import { fieldPairs } from "../pairs.ts";

/** Generated JavaScript has strings where it had numbers, or the other way round. */
export const fieldSameJstype: ProtobufRule = {
  id: "protobuf/field-same-jstype",
  level: "breaking",
  levels: inSource,

  *check(before, after) {
    for (const [old, current] of fieldPairs(before, after)) {
      if (old.jstype === current.jstype || !wide.has(old.type.kind) || !wide.has(current.type.kind)) continue;
      yield { at: old.fullName, message: `${current.title} changed jstype from ${old.jstype} to ${current.jstype}.` };
    }
  },
};

const wide: ReadonlySet<string> = new Set(["int64", "uint64", "sint64", "fixed64", "sfixed64"]);
