import { expect, test } from "vitest";
import type { Seen } from "../../src/eval/play.ts";
import type { Expected, Scenario } from "../../src/eval/scenario.ts";
import { scoresOf } from "../../src/eval/score.ts";
import { failedVerdict, isRight, verdictOn } from "../../src/eval/verdict.ts";

const scenario = (...expected: readonly Expected[]): Scenario => ({ name: "a scenario", base: {}, alice: {}, bob: {}, expected });

const seen = (fields: Partial<Seen> = {}): Seen => ({
  kind: "same_file",
  severity: "high",
  place: "a.ts",
  files: ["a.ts"],
  summary: "a.ts is being changed in both worktrees",
  between: ["alice", "bob"],
  ...fields,
});

const judged = (expected: readonly Expected[], raised: readonly Seen[], detected = raised) =>
  verdictOn(scenario(...expected), { sensed: raised, detected });

test("what is raised as expected is right, in whatever order", () => {
  const verdict = judged(
    [
      { kind: "same_file", files: ["b.ts", "a.ts"] },
      { kind: "same_package", files: ["c.ts"], severity: "medium" },
    ],
    [seen({ kind: "same_package", files: ["c.ts"], severity: "medium" }), seen({ files: ["a.ts", "b.ts"] })],
  );
  expect(isRight(verdict)).toBe(true);
  expect(verdict.found).toHaveLength(2);
});

test.for<[string, Expected]>([
  ["kind", { kind: "same_symbol", files: ["a.ts"] }],
  ["file more", { kind: "same_file", files: ["a.ts", "b.ts"] }],
  ["file less", { kind: "same_file", files: [] }],
  ["place", { kind: "same_file", files: ["a.ts"], place: "b.ts" }],
  ["severity", { kind: "same_file", files: ["a.ts"], severity: "low" }],
  ["pair", { kind: "same_file", files: ["a.ts"], between: ["alice", "carol"] }],
])("with another %s it is missed, and what was raised is noise", ([, expected]) => {
  const verdict = judged([expected], [seen()]);
  expect(verdict).toMatchObject({ found: [], missed: [expected], noise: [seen()] });
  expect(isRight(verdict)).toBe(false);
});

test("a conflict that is raised twice is expected once", () => {
  expect(judged([{ kind: "same_file", files: ["a.ts"] }], [seen(), seen()]).noise).toHaveLength(1);
});

test("worktrees and commits have to tell the same", () => {
  const verdict = judged([], [], [seen()]);
  expect(verdict.disagreements).toEqual(["only between commits: same_file at a.ts"]);
  expect(isRight(verdict)).toBe(false);
});

test("of each kind there are precision, recall and noise", () => {
  const expected: Expected = { kind: "same_file", files: ["a.ts"] };
  const verdicts = [judged([expected], [seen()]), judged([expected], []), judged([], [seen()]), judged([], [seen({ files: ["b.ts"] })])];
  const scores = new Map(scoresOf(verdicts).map((score) => [score.kind, score]));
  expect(scores.get("same_file")).toEqual({
    ...{ kind: "same_file", expected: 2, found: 1, noise: 2 },
    ...{ precision: 1 / 3, recall: 1 / 2, noisePerScenario: 1 / 2, passes: false },
  });
  expect(scores.get("same_package")).toMatchObject({ expected: 0, precision: null, recall: null, passes: true });
});

test("a scenario in which the program breaks down is missed as a whole", () => {
  const verdict = failedVerdict(scenario({ kind: "same_file", files: ["a.ts"] }), "it broke");
  expect(isRight(verdict)).toBe(false);
  expect(scoresOf([verdict]).find(({ kind }) => kind === "same_file")).toMatchObject({ recall: 0, passes: false });
  expect(isRight(failedVerdict(scenario(), "it broke"))).toBe(false);
});
