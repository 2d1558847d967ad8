import { describe, expect, test } from "vitest";
import { sidesOf } from "../../src/eval/build.ts";
import { scenarios } from "../../src/eval/scenarios/index.ts";
import { workedBy } from "../../src/eval/worked.ts";
import { conflictKinds } from "../../src/model/conflict.ts";

test("no two scenarios have one name", () => {
  const names = scenarios.map(({ name }) => name);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

test("every kind is expected somewhere", () => {
  const expected = new Set(scenarios.flatMap((scenario) => scenario.expected.map(({ kind }) => kind)));
  expect([...conflictKinds].filter((kind) => !expected.has(kind))).toEqual([]);
});

test("hardly fewer scenarios tempt than ask", () => {
  const strong = scenarios.filter(({ expected }) => expected.some(({ kind }) => kind !== "same_file" && kind !== "same_package"));
  expect(scenarios.length).toBeGreaterThanOrEqual(80);
  expect(strong.length).toBeLessThanOrEqual(scenarios.length * 0.6);
});

describe("each scenario makes sense by itself", () => {
  test.for(scenarios.map((scenario) => [scenario.name, scenario] as const))("%s", ([, scenario]) => {
    const sides = sidesOf(scenario);
    const touched = new Set(sides.flatMap((side) => [...workedBy(scenario, side).keys()]));
    for (const { files, between = ["alice", "bob"] as const } of scenario.expected) {
      // A conflict is about files that somebody changed, or that stand where they were and are used.
      expect(files.filter((file) => !touched.has(file) && !(file in scenario.base))).toEqual([]);
      expect(between.filter((side) => !sides.includes(side))).toEqual([]);
    }
  });
});
