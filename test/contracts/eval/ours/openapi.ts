import type { ContractDiff } from "../../../../src/contracts/change.ts";
import { diffOpenApi } from "../../../../src/contracts/openapi/index.ts";
import type { Versions } from "../tool.ts";

/** Sunsets are judged by the day on which it runs. */
export const diffOf = ({ before, after, entry }: Versions): ContractDiff =>
  diffOpenApi(before, after, { today: new Date().toISOString().slice(0, 10), ...(entry !== undefined && { entries: [entry, entry] }) });
