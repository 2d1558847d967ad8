import { atEveryLevel, type ProtobufRule } from "../../rule.ts";
import { filePairs } from "../pairs.ts";

/** Every full name in the file changes: types in `Any`, paths of calls, generated code. */
export const fileSamePackage: ProtobufRule = {
  id: "protobuf/file-same-package",
  level: "breaking",
  levels: atEveryLevel,

  *check(before, after) {
    for (const [old, current] of filePairs(before, after)) {
      if (old.package === current.package) continue;
      yield { at: old.path, message: `File ${old.path} went from ${words(old.package)} to ${words(current.package)}.` };
    }
  },
};

const words = (name: string): string => (name === "" ? "no package" : `package ${name}`);
