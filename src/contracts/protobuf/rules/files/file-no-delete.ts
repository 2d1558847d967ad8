import type { ProtobufRule } from "../../rule.ts";

/** Files that import it no longer compile. */
export const fileNoDelete: ProtobufRule = {
  id: "protobuf/file-no-delete",
  level: "breaking",
  levels: ["file"],

  *check(before, after) {
    for (const path of before.files.keys()) {
      if (!after.files.has(path)) yield { at: path, message: `File ${path} was removed.` };
    }
  },
};
