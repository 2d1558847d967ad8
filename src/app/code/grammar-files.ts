import fs from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** Reads a file of the package's `grammars`: a WebAssembly module, or a query as text. */
export const readGrammarFile = async (name: string): Promise<Buffer> => fs.readFile(path.join(await grammarFolder(), name));

const grammarFolder = (): Promise<string> => (found ??= requireGrammarFolder());
let found: Promise<string> | undefined;

/** Up from here, because the bundle lies elsewhere than the source. */
const requireGrammarFolder = async (): Promise<string> => {
  for (let at = path.dirname(fileURLToPath(import.meta.url)); ; at = path.dirname(at)) {
    const folder = path.join(at, "grammars");
    const isThere = await fs.access(path.join(folder, "web-tree-sitter.wasm")).then(
      () => true,
      () => false,
    );
    if (isThere) return folder;
    if (at === path.dirname(at)) throw new Error("this installation of git nerve lacks its folder grammars");
  }
};
