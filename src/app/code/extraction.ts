import { Worker } from "node:worker_threads";
import type { FileFacts, Unread } from "../../model/code.ts";
import type { Extractor } from "../../symbols/extract.ts";
import type { Language } from "../../symbols/languages.ts";
import { readGrammarFile } from "./grammar-files.ts";

/** Takes source files apart. */
export interface Extraction {
  extract(language: Language, text: string): Promise<FileFacts | Unread>;
  /** Gives back what it holds; the next file makes it anew. */
  rest(): Promise<void>;
}

/** In this thread: nothing to start, and what the parsers hold stays with the process. For commands. */
export const extractHere = (): Extraction => ({
  extract: async (language, text) => (await openExtractor()).extract(language, text),
  rest: async () => {},
});

/**
 * In a thread of its own, which takes 30 to 40 MiB of parsers with it when it rests: a process that lives for days is small again when nothing
 * happens. Only the bundle has the thread's program; run from source, it is done here.
 */
export const extractBeside = (): Extraction => (import.meta.url.endsWith(".ts") ? extractHere() : new ExtractionThread());

/** The one of this thread: compiling the queries of a language costs more than reading a hundred files. Loaded late, most commands need none. */
export const openExtractor = (): Promise<Extractor> => (opened ??= open());
let opened: Promise<Extractor> | undefined;

const open = async (): Promise<Extractor> => {
  const { Extractor } = await import("../../symbols/extract.ts");
  return Extractor.open(await readGrammarFile("web-tree-sitter.wasm"), readGrammarFile, () => performance.now());
};

/** What the thread is asked, and what it answers. */
export interface ExtractionQuestion {
  readonly id: number;
  readonly language: string;
  readonly text: string;
}

export type ExtractionAnswer = { readonly id: number } & ({ readonly facts: FileFacts | Unread } | { readonly error: string });

interface Waiting {
  readonly resolve: (facts: FileFacts | Unread) => void;
  readonly reject: (error: Error) => void;
}

class ExtractionThread implements Extraction {
  #worker: Worker | undefined;
  #asked = 0;
  readonly #waiting = new Map<number, Waiting>();

  extract({ name }: Language, text: string): Promise<FileFacts | Unread> {
    const worker = (this.#worker ??= this.#start());
    const question: ExtractionQuestion = { id: this.#asked++, language: name, text };
    return new Promise((resolve, reject) => {
      this.#waiting.set(question.id, { resolve, reject });
      worker.postMessage(question);
    });
  }

  async rest(): Promise<void> {
    if (this.#waiting.size > 0) return;
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(new URL("./extraction-thread.js", import.meta.url));
    worker.unref();
    worker.on("message", (answer: ExtractionAnswer) => {
      const waiting = this.#waiting.get(answer.id);
      this.#waiting.delete(answer.id);
      if ("facts" in answer) waiting?.resolve(answer.facts);
      else waiting?.reject(new Error(answer.error));
    });
    worker.on("error", (error) => this.#fail(worker, error instanceof Error ? error : new Error(String(error))));
    worker.on("exit", () => this.#fail(worker, new Error("the thread that reads source files ended")));
    return worker;
  }

  /** Whoever waits hears of it; the next file starts another thread. */
  #fail(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
