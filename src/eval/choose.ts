import { NerveError } from "../base/errors.ts";
import type { Scenario } from "./scenario.ts";
import { scenarios } from "./scenarios/index.ts";

/** The scenarios whose name, or a kind that they expect, contains one of `words`; all of them without. Throws (usage) when there is none. */
export const chooseScenarios = (words: readonly string[]): readonly Scenario[] => {
  if (words.length === 0) return scenarios;
  const wanted = words.map((word) => word.toLowerCase());
  const chosen = scenarios.filter(({ name, expected }) =>
    wanted.some((word) => [name.toLowerCase(), ...expected.map(({ kind }) => kind)].some((text) => text.includes(word))),
  );
  if (chosen.length > 0) return chosen;
  throw new NerveError("usage", `no scenario is called ${words.join(" or ")}`, { hint: "See: git nerve eval --list" });
};
