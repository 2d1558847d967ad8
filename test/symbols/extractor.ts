import fs from "node:fs";
import path from "node:path";
import { Extractor } from "../../src/symbols/extract.ts";

const grammars = path.resolve(import.meta.dirname, "../../grammars");
const readGrammarFile = async (name: string): Promise<Uint8Array> => fs.readFileSync(path.join(grammars, name));

/** An extractor with the grammars and queries of this repository. */
export const openExtractor = async (now?: () => number): Promise<Extractor> =>
  Extractor.open(await readGrammarFile("web-tree-sitter.wasm"), readGrammarFile, now);
