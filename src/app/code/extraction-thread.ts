import { parentPort } from "node:worker_threads";
import { languages } from "../../symbols/languages.ts";
import { type ExtractionAnswer, type ExtractionQuestion, openExtractor } from "./extraction.ts";

const answerTo = async ({ id, language: name, text }: ExtractionQuestion): Promise<ExtractionAnswer> => {
  const language = languages.find((one) => one.name === name);
  if (!language) return { id, error: `no language ${name}` };
  try {
    return { id, facts: await (await openExtractor()).extract(language, text) };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
};

parentPort?.on("message", (question: ExtractionQuestion) => {
  void answerTo(question).then((answer) => parentPort?.postMessage(answer));
});
