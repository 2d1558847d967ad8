import type { ContractDiff } from "../../../../src/contracts/change.ts";
import { diffGraphql } from "../../../../src/contracts/graphql/index.ts";
import type { Versions } from "../tool.ts";

export const diffOf = ({ before, after }: Versions): ContractDiff => diffGraphql(before, after);
