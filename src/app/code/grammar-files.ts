import fs from "node:fs/promises";
import path from "node:path";
import { requirePackageFolder } from "../package-folder.ts";

/** Reads a file of the package's `grammars`: a WebAssembly module, or a query as text. */
export const readGrammarFile = async (name: string): Promise<Buffer> => fs.readFile(path.join(await grammarFolder(), name));

const grammarFolder = (): Promise<string> => (found ??= requirePackageFolder("grammars", "web-tree-sitter.wasm"));
let found: Promise<string> | undefined;
