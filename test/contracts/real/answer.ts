import fs from "node:fs";
import { tools } from "../eval/tools.ts";
import type { Outcome, Question } from "./question.ts";

/** The process of one tool, for one pair. */
const outcomeOf = async ({ tool: name, before, after }: Question): Promise<Outcome> => {
  const tool = tools.find((one) => one.name === name);
  if (!tool) return { kind: "failed", reason: `there is no tool ${name}` };
  try {
    const { compare } = await tool.load();
    const [old, current] = [before, after].map((file) => new Map([["specification", fs.readFileSync(file, "utf8")]]));
    if (!old || !current) return { kind: "failed", reason: "there is nothing to compare" };
    const start = performance.now();
    const verdict = await compare({ format: "openapi", before: old, after: current }, {});
    const milliseconds = performance.now() - start;
    const mebibytes = process.resourceUsage().maxRSS / 1024;
    if (verdict.kind !== "answered") return { kind: "refused", reason: verdict.reason };
    return { kind: "answered", breaking: verdict.breaking, said: verdict.said, milliseconds, mebibytes };
  } catch (error) {
    return { kind: "failed", reason: String(error) };
  }
};

process.once("message", (question: Question) => {
  void outcomeOf(question).then((outcome) => process.send?.(outcome, () => process.disconnect()));
});
