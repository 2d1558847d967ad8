import type { ContractDiff } from "../../../../src/contracts/change.ts";
import type { ContractFormat } from "../../../../src/contracts/format.ts";
import type { Compare, Versions } from "../tool.ts";

/** What the project itself says. A contract that cannot be read is a change that breaks, as in the product. */
export const compare: Compare = async (versions) => {
  const diff = (await formats[versions.format]()).diffOf(versions);
  if (diff.kind === "not_assessed") return { kind: "not assessed", reason: diff.reason };
  const broken = diff.changes.filter(({ level }) => level === "breaking");
  return {
    kind: "answered",
    breaking: broken.length > 0,
    rules: broken.map(({ rule }) => rule),
    said: diff.changes.map(({ level, rule, at, message }) => `${level} ${rule} ${at} ${message}`),
  };
};

/** Loaded one by one: an engine that somebody has open leaves the others' figures alone. */
const formats: Readonly<Record<ContractFormat, () => Promise<{ readonly diffOf: (versions: Versions) => ContractDiff }>>> = {
  openapi: () => import("./openapi.ts"),
  graphql: () => import("./graphql.ts"),
  asyncapi: () => import("./asyncapi.ts"),
  protobuf: () => import("./protobuf.ts"),
  "json-schema": () => import("./json-schema.ts"),
  avro: () => import("./avro.ts"),
};
