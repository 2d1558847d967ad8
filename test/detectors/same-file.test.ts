import { expect, test } from "vitest";
import { detectPair } from "../../src/detectors/index.ts";
import type { SymbolChange } from "../../src/model/code.ts";
import { noCode, type PairInput } from "../../src/model/pair.ts";
import { change, pair, predicted, side } from "../support/pairs.ts";

const symbol = (name: string): SymbolChange => ({
  ...{ path: "a.ts", name, kind: "function", change: "changed", exported: true, line: 1, endLine: 2, own: name },
});

const shared = (path = "a.ts", merge = predicted()): PairInput =>
  pair(side("A", [change(path, "1")]), side("B", [change(path, "2")]), merge);

const touching = (ours: readonly string[], theirs: readonly string[], input = shared()): PairInput => ({
  ...input,
  code: {
    ...noCode,
    ours: { ...noCode.ours, symbols: ours.map(symbol) },
    theirs: { ...noCode.theirs, symbols: theirs.map(symbol) },
  },
});

const severities = (input: PairInput): string[] => detectPair(input).map(({ kind, severity }) => `${kind} ${severity}`);

test("different definitions of one file, merged by git, are of medium severity", () => {
  expect(severities(touching(["one"], ["two", "three"]))).toEqual(["same_file medium"]);
});

test("nobody knows what a side did outside of any definition", () => {
  expect(severities(touching(["one"], []))).toEqual(["same_file high"]);
  expect(severities(shared())).toEqual(["same_file high"]);
});

test("where git was not asked, it stays high", () => {
  expect(severities(touching(["one"], ["two"], shared("a.ts", { kind: "not_assessed", reason: "not here" })))).toEqual(["same_file high"]);
});

test("white space and comments on one side are mild", () => {
  const input = shared();
  const code = { ...noCode, ours: { ...noCode.ours, reformatted: ["a.ts"] } };
  expect(severities({ ...input, code })).toEqual(["same_file low"]);
});

test("prose that git merges is of medium severity, and what it cannot merge is a conflict like any other", () => {
  expect(severities(shared("docs/guide.md"))).toEqual(["same_file medium"]);
  expect(severities(shared("docs/guide.md", predicted(["content", "docs/guide.md"])))).toEqual(["merge_conflict high"]);
});
