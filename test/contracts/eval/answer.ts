import fs from "node:fs";
import type { Question } from "./question.ts";
import type { Answer, Compare, Tool, ToolOptions, Versions } from "./tool.ts";
import { tools } from "./tools.ts";

/** The process of one tool: `answer.ts <tool> <options>`. Says that it is not asked yet once it can be, then an answer to each question. */
const main = async (): Promise<void> => {
  const [name, words = "{}"] = process.argv.slice(2);
  const options: ToolOptions = JSON.parse(words);
  const tool = tools.find((one) => one.name === name);
  if (tool === undefined) throw new Error(`there is no tool ${name}`);
  const compare = await loaded(tool);
  process.on("message", (question: Question) => void answerTo(question, compare, options).then(say));
  say({ kind: "not asked" });
};

const say = (answer: Answer): void => void process.send?.(answer);

/** What cannot be loaded fails in each of its answers, where the reason is shown. */
const loaded = async (tool: Tool): Promise<Compare> => {
  try {
    return (await tool.load()).compare;
  } catch (error) {
    return () => {
      throw error;
    };
  }
};

const answerTo = async (question: Question, compare: Compare, options: ToolOptions): Promise<Answer> => {
  try {
    const { format, level, entry } = question;
    const versions: Versions = { format, level, entry, before: readTexts(question.before), after: readTexts(question.after) };
    const start = performance.now();
    const verdict = await compare(versions, options);
    return { ...verdict, milliseconds: performance.now() - start };
  } catch (error) {
    return { kind: "failed", reason: String(error) };
  }
};

const readTexts = (files: Readonly<Record<string, string>>): Map<string, string> =>
  new Map(Object.entries(files).map(([name, file]) => [name, fs.readFileSync(file, "utf8")]));

await main();
