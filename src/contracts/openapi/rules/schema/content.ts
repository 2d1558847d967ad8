import type { SchemaRule } from "../../../schema/goal.ts";
import { content as otherContent } from "../../../schema/rules/content.ts";

/**
 * What a string holds, and how it is written: who sends or reads it in the old way is not understood, or does not understand. Base64 was
 * a format before OpenAPI 3.1, and so were files.
 */
export const content: SchemaRule = {
  id: "content",

  *check(pair) {
    const isSaid = (value: string) => pair.g.formats.some((format) => inOldWords[value] === format.value);
    const contents = pair.a.contents.filter(({ value }) => !isSaid(value));
    for (const goal of otherContent.check({ ...pair, a: { ...pair.a, contents } })) {
      yield goal.kind === "finding" ? { ...goal, finding: { ...goal.finding, level: "breaking" } } : goal;
    }
  },
};

const inOldWords: Readonly<Record<string, string>> = { base64: "byte", "application/octet-stream": "binary" };
