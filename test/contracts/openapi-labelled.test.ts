import { expect, test } from "vitest";
import { diffOpenApi } from "../../src/contracts/openapi/index.ts";
import { type LabelledPair, openApiPairs } from "./openapi-labelled.ts";

const pairs = openApiPairs();

test("there are many pairs of both kinds, and no two have one name", () => {
  expect(pairs.filter(({ breaks }) => breaks).length).toBeGreaterThan(150);
  expect(pairs.filter(({ breaks }) => !breaks).length).toBeGreaterThan(150);
  expect(new Set(pairs.map(({ name }) => name)).size).toBe(pairs.length);
});

test.each(pairs)("$name", (pair) => {
  const { breaks, why } = pair;
  const breaking = breakingIn(pair);
  expect({ breaks: breaking.length > 0, why, breaking }).toEqual({ breaks, why, breaking });
});

const breakingIn = ({ before, after, today }: LabelledPair) => {
  const diff = diffOpenApi(new Map([["api.json", before]]), new Map([["api.json", after]]), today === undefined ? {} : { today });
  return diff.kind === "compared" ? diff.changes.filter(({ level }) => level === "breaking") : [diff];
};
