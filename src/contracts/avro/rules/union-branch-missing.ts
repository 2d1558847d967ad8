import type { ContractRule } from "../../rule.ts";
import { type AvroType, placed, typeName } from "../avro-type.ts";
import { branchFor, branchMeant } from "../matching.ts";

/** No branch of the reader's union takes what may have been written. */
export const unionBranchMissing: ContractRule<AvroType> = {
  id: "avro/union-branch-missing",
  level: "breaking",

  *check(writer, reader) {
    if (writer.kind === "union" || reader.kind !== "union") return;
    // One of the same name that does not match says itself why.
    if (branchFor(writer, reader) || branchMeant(writer, reader)) return;
    yield {
      at: reader.at,
      message: `${placed(reader)}the ${writer.version} schema allows ${typeName(writer)}, and no branch of the ${reader.version} one takes it.`,
    };
  },
};
