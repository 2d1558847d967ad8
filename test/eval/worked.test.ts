import { expect, test } from "vitest";
import { code } from "../../src/eval/code.ts";
import type { Scenario, Work } from "../../src/eval/scenario.ts";
import { workedBy } from "../../src/eval/worked.ts";

const scenario = (alice: Work): Scenario => ({
  name: "a scenario",
  base: { "a.txt": "one\ntwo\ntwo\n", "b.txt": "b\n" },
  alice,
  bob: {},
  expected: [],
});

const worked = (alice: Work) => Object.fromEntries(workedBy(scenario(alice), "alice"));

test("files are written, changed, deleted and moved", () => {
  expect(worked({ "new.txt": "new\n", "a.txt": [["one", "1"]], "b.txt": null })).toEqual({
    "new.txt": "new\n",
    "a.txt": "1\ntwo\ntwo\n",
    "b.txt": null,
  });
  expect(worked({ "c/b.txt": { from: "b.txt", edits: [["b", "c"]] } })).toEqual({ "b.txt": null, "c/b.txt": "c\n" });
});

test.for<[string, Work, string]>([
  ["what is replaced stands there twice", { "a.txt": [["two", "2"]] }, "a.txt has 2 times: two"],
  ["what is replaced stands nowhere", { "a.txt": [["three", "3"]] }, "a.txt has 0 times: three"],
  ["what is deleted was not there", { "c.txt": null }, "c.txt is not in the base"],
  ["nothing is changed", { "b.txt": "b\n" }, "a scenario: alice leaves b.txt as it was"],
])("a mistake in a scenario is told: %s", ([, alice, message]) => {
  expect(() => worked(alice)).toThrow(message);
});

test("code has the indentation that its lines do not share", () => {
  const text = code`
    def f():
        return "\n"

    f()
  `;
  expect(text).toBe('def f():\n    return "\\n"\n\nf()\n');
  expect(code`one line`).toBe("one line\n");
});
