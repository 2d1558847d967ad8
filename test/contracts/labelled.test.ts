import { describe, expect, test } from "vitest";
import { diffAvro } from "../../src/contracts/avro/index.ts";
import type { ContractDiff } from "../../src/contracts/change.ts";
import { diffGraphql } from "../../src/contracts/graphql/index.ts";
import { diffJsonSchema } from "../../src/contracts/json-schema/index.ts";
import { labelledPairs } from "./labelled.ts";

const engines: Readonly<Record<string, (before: string, after: string) => ContractDiff>> = {
  graphql: (before, after) => diffGraphql(before, after),
  "json-schema": (before, after) => diffJsonSchema(before, after),
  avro: (before, after) => diffAvro(before, after),
};

describe.each(Object.entries(engines))("%s", (format, diff) => {
  const pairs = labelledPairs(format);

  test("there are many pairs of both kinds, and no two have one name", () => {
    expect(pairs.filter(({ breaks }) => breaks).length).toBeGreaterThan(25);
    expect(pairs.filter(({ breaks }) => !breaks).length).toBeGreaterThan(25);
    expect(new Set(pairs.map(({ name }) => name)).size).toBe(pairs.length);
  });

  test.each(pairs)("$name", ({ before, after, breaks, back, why }) => {
    const found = { why, breaks: isBreaking(diff(before, after)), back: back === undefined ? undefined : isBreaking(diff(after, before)) };
    expect(found).toEqual({ why, breaks, back });
  });
});

const isBreaking = (diff: ContractDiff): boolean => diff.kind === "not_assessed" || diff.changes.some(({ level }) => level === "breaking");
