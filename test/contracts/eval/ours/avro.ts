import { diffAvro } from "../../../../src/contracts/avro/index.ts";
import type { ContractDiff } from "../../../../src/contracts/change.ts";
import { contractIn, type Versions } from "../tool.ts";

/** Breaking: the new schema cannot read what the old one wrote. */
export const diffOf = ({ before, after, entry }: Versions): ContractDiff => {
  const [old, current] = [contractIn(before, entry), contractIn(after, entry)];
  return diffAvro(old.text, current.text, { filesBefore: old.others, filesAfter: current.others });
};
