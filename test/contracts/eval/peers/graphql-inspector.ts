import { CriticalityLevel, diff } from "@graphql-inspector/core";
import type { Compare } from "../tool.ts";
import { schemaOf } from "./graphql-js.ts";

/** https://the-guild.dev/graphql/inspector, with its default rules. */
export const compare: Compare = async ({ before, after }) => {
  const changes = await diff(schemaOf(before), schemaOf(after));
  const found = changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking);
  return { kind: "answered", breaking: found.length > 0, said: found.map(({ type, message }) => `${type} ${message}`) };
};
