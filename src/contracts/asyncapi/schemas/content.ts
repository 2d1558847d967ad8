import type { SchemaRule } from "../../schema/goal.ts";
import { content as otherContent } from "../../schema/rules/content.ts";

/** What a string holds, and how it is written: who sends or reads it in the old way is not understood, or does not understand. */
export const content: SchemaRule = {
  id: "content",

  *check(pair) {
    for (const goal of otherContent.check(pair)) {
      yield goal.kind === "finding" ? { ...goal, finding: { ...goal.finding, level: "breaking" } } : goal;
    }
  },
};
