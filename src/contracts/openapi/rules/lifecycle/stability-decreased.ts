import { pointerTo } from "../../../documents/pointer.ts";
import type { StructureRule } from "../../rule.ts";

/** What was promised to stay (`x-stability-level`) is not promised any more. A word that nobody knows is worth nothing. */
export const stabilityDecreased: StructureRule = {
  id: "openapi/stability-decreased",
  level: "breaking",
  direction: null,

  *check({ operations }) {
    for (const { name, old, current } of operations.kept) {
      const was = old.lifecycle.stability;
      const now = current.lifecycle.stability;
      if (now === undefined || !isLessStable(now, was)) continue;
      const message = `${name} was ${was ?? "stable"}, and is ${now} now.`;
      yield { at: pointerTo(current.at, "x-stability-level"), message };
    }
  },
};

/** Whether one word promises less than another. */
export const isLessStable = (now: string, was: string | undefined): boolean =>
  now !== was && (!levels.includes(now) || (was !== undefined && levels.indexOf(now) < levels.indexOf(was)));

const levels: readonly string[] = ["draft", "alpha", "beta", "stable"];
