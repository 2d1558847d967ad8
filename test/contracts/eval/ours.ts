import { type ContractTexts, compareContracts } from "../../../src/contracts/compare.ts";
import type { Compare, Versions } from "./tool.ts";

/** What the project itself says. A contract that cannot be read is a change that breaks, as in the product; sunsets are judged by today. */
export const compare: Compare = async ({ format, before, after, entry, level = "wire_json" }) => {
  const textsOf = (files: Versions["before"]): ContractTexts => {
    const all = [...files.keys()];
    if (format === "protobuf" || format === "graphql") return { entries: all, files };
    return { entries: entry === undefined ? all.slice(0, 1) : [entry], files };
  };
  const today = new Date().toISOString().slice(0, 10);
  const diff = await compareContracts(format, textsOf(before), textsOf(after), { level, today });
  if (diff.kind === "not_assessed") return { kind: "not assessed", reason: diff.reason };
  const broken = diff.changes.filter((change) => change.level === "breaking");
  return {
    kind: "answered",
    breaking: broken.length > 0,
    rules: broken.map(({ rule }) => rule),
    said: diff.changes.map((change) => `${change.level} ${change.rule} ${change.at} ${change.message}`),
  };
};
