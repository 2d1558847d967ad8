import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { chooseScenarios } from "../../src/eval/choose.ts";
import { evaluate } from "../../src/eval/evaluate.ts";
import { reportOf } from "../../src/eval/report.ts";
import type { Scenario } from "../../src/eval/scenario.ts";
import { temporaryFolder } from "../support/repository.ts";

const never = new AbortController().signal;

const lines = (changed: Record<number, string> = {}) => Array.from({ length: 12 }, (_, i) => `${changed[i] ?? i}\n`).join("");

const clash: Scenario = {
  name: "both change one line",
  base: { "a.txt": lines(), "old.txt": "old\n" },
  alice: { "a.txt": lines({ 5: "alice" }), "old.txt": null, "deep/new.txt": "new\n" },
  bob: { "a.txt": lines({ 5: "bob" }) },
  expected: [{ kind: "merge_conflict", files: ["a.txt"] }],
};

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
  vi.stubEnv("TMPDIR", folder);
  return () => vi.unstubAllEnvs();
});

test("a scenario is played on uncommitted and on committed work, with one result", async () => {
  const scenarios = [clash, { ...clash, committed: ["alice"] as const }, { ...clash, committed: ["alice", "bob"] as const }];
  const evaluation = await evaluate(scenarios, { signal: never });
  expect(evaluation.failures).toEqual([]);
  expect(evaluation.passes).toBe(true);
  expect(evaluation.verdicts.map(({ sensed }) => sensed.map(({ place }) => place))).toEqual([["a.txt"], ["a.txt"], ["a.txt"]]);
});

test("each two of three sides are looked at", async () => {
  const between = (...names: ["alice" | "bob", "bob" | "carol"]) => ({ kind: "same_file", files: ["a.txt"], between: names }) as const;
  const three: Scenario = {
    ...{ name: "three sides", base: clash.base },
    ...{ alice: { "a.txt": lines({ 0: "alice" }) }, bob: { "a.txt": lines({ 5: "bob" }) }, carol: { "a.txt": lines({ 11: "carol" }) } },
    expected: [between("alice", "bob"), between("alice", "carol"), between("bob", "carol")],
  };
  expect((await evaluate([three], { signal: never })).failures).toEqual([]);
});

test("what should not be raised, and what is not, fails the gate and is told", async () => {
  const wrong: Scenario = { ...clash, expected: [{ kind: "same_file", files: ["a.txt"] }] };
  const report = reportOf(await evaluate([wrong], { signal: never }));
  expect(report).toMatchObject({
    passes: false,
    scenarios: 1,
    failures: [
      { name: clash.name, missed: wrong.expected, noise: [{ kind: "merge_conflict", place: "a.txt" }], disagreements: [], failure: null },
    ],
  });
  expect(report.kinds.filter(({ passes }) => !passes).map(({ kind }) => kind)).toEqual(["merge_conflict", "same_file"]);
});

test("a scenario that contradicts itself is a failure with its reason", async () => {
  const { failures, passes } = await evaluate([{ ...clash, bob: { "b.txt": null }, expected: [] }], { signal: never });
  expect(passes).toBe(false);
  expect(failures.map(({ failure }) => failure)).toEqual(["b.txt is not in the base"]);
});

test("what the machine has configured does not count, and nothing stays behind", async () => {
  const outside = path.join(folder, "outside");
  execFileSync("git", ["init", "-q", outside]);
  fs.writeFileSync(path.join(folder, "config"), "[merge]\n\trenames = nonsense\n[core]\n\thooksPath = /nowhere\n");
  vi.stubEnv("GIT_DIR", path.join(outside, ".git"));
  vi.stubEnv("GIT_CONFIG_GLOBAL", path.join(folder, "config"));
  const before = { ...process.env };
  expect((await evaluate([clash], { signal: never })).failures).toEqual([]);
  expect(process.env).toEqual(before);
  expect(fs.readdirSync(folder).sort()).toEqual(["config", "outside"]);
  expect(fs.existsSync(path.join(outside, ".git", "nerveplane"))).toBe(false);
});

test("asked to end, it does, and nothing stays behind", async () => {
  const ending = new AbortController();
  const evaluating = evaluate(
    Array.from({ length: 50 }, () => clash),
    {
      signal: ending.signal,
      progress: () => ending.abort(new Error("enough")),
    },
  );
  await expect(evaluating).rejects.toThrow("enough");
  expect(fs.readdirSync(folder)).toEqual([]);
});

test("scenarios are chosen by words of their names, or by a kind", () => {
  expect(chooseScenarios([]).length).toBeGreaterThan(chooseScenarios(["python"]).length);
  expect(chooseScenarios(["python:"]).every(({ name }) => name.startsWith("Python:"))).toBe(true);
  expect(chooseScenarios(["dependency_drift"]).every(({ expected }) => expected.some(({ kind }) => kind === "dependency_drift"))).toBe(
    true,
  );
  expect(() => chooseScenarios(["nonsense"])).toThrow("no scenario is called nonsense");
});
