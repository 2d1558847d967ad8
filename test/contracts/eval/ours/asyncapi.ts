import { diffAsyncApi } from "../../../../src/contracts/asyncapi/index.ts";
import type { ContractDiff } from "../../../../src/contracts/change.ts";
import type { Versions } from "../tool.ts";

export const diffOf = ({ before, after, entry }: Versions): ContractDiff =>
  diffAsyncApi(before, after, entry === undefined ? {} : { entries: [entry, entry] });
