import { pointerTo } from "../../schema/pointer.ts";
import type { StructureRule } from "../rule.ts";

/** What was promised to stay (`x-stability-level`) is not promised any more. Nothing said is stable; a word that nobody knows is worth nothing. */
export const stabilityDecreased: StructureRule = {
  id: "openapi/stability-decreased",
  level: "breaking",
  direction: null,

  *check({ operations }) {
    for (const { name, old, current } of operations.kept) {
      const was = old.lifecycle.stability;
      const now = current.lifecycle.stability;
      if (now === was || now === undefined || levels.indexOf(now) >= levels.indexOf(was ?? "stable")) continue;
      const message = `${name} was ${was ?? "stable"}, and is ${now} now.`;
      yield { at: pointerTo(current.at, "x-stability-level"), message };
    }
  },
};

const levels: readonly string[] = ["draft", "alpha", "beta", "stable"];
