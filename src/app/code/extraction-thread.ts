import { parentPort } from "node:worker_threads";
import type { Extractor } from "../../symbols/extract.ts";
import { languages } from "../../symbols/languages.ts";
import { type ExtractionAnswer, type ExtractionQuestion, openExtractor } from "./extraction.ts";

let extractor: Promise<Extractor> | undefined;

const answerTo = async ({ id, language: name, text }: ExtractionQuestion): Promise<ExtractionAnswer> => {
  const language = languages.find((one) => one.name === name);
  if (!language) return { id, error: `no language ${name}` };
  try {
    extractor ??= openExtractor();
    return { id, facts: await (await extractor).extract(language, text) };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
};

parentPort?.on("message", (question: ExtractionQuestion) => {
  void answerTo(question).then((answer) => parentPort?.postMessage(answer));
});
