import type { ContractDiff } from "../../../../src/contracts/change.ts";
import { diffJsonSchema } from "../../../../src/contracts/json-schema/index.ts";
import { contractIn, type Versions } from "../tool.ts";

/** Breaking: the new schema rejects what the old one accepted. */
export const diffOf = ({ before, after, entry }: Versions): ContractDiff => {
  const [old, current] = [contractIn(before, entry), contractIn(after, entry)];
  return diffJsonSchema(old.text, current.text, {
    pathBefore: old.path,
    pathAfter: current.path,
    filesBefore: old.others,
    filesAfter: current.others,
  });
};
