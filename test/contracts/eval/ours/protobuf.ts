import type { ContractDiff } from "../../../../src/contracts/change.ts";
import { diffProtobuf } from "../../../../src/contracts/protobuf/index.ts";
import type { Versions } from "../tool.ts";

export const diffOf = ({ before, after, level = "wire_json" }: Versions): ContractDiff => diffProtobuf(before, after, { level });
