import fs from "node:fs/promises";
import path from "node:path";
import { requirePackageFolder } from "../package-folder.ts";
import type { NerveHook } from "./layout.ts";

/** The shell texts that get installed. */
export interface HookTexts {
  readonly run: string;
  readonly chain: string;
  readonly program: string;
  block(hook: NerveHook): string;
}

/** Reads the texts from the package's `hooks/git`. `program` is the command to start git nerve with, its first word an absolute path. */
export const readHookTexts = async (program: readonly string[]): Promise<HookTexts> => {
  const folder = await requirePackageFolder(path.join("hooks", "git"), "run");
  const [run, chain, starter, block] = await Promise.all(
    ["run", "chain", "program", "block"].map((name) => fs.readFile(path.join(folder, name), "latin1")),
  );
  if (!run || !chain || !starter || !block) throw new Error(`an empty hook text in ${folder}`);
  return { run, chain, program: programText(starter, program), block: (hook) => block.replaceAll("@hook@", hook) };
};

/** A word as a shell reads it back, whatever is in it. */
export const shellWord = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

const programText = (starter: string, program: readonly string[]): string => {
  const places = program.filter((word) => path.isAbsolute(word));
  const found = places.map((word, at) => `[ ${at === 0 ? "-x" : "-r"} ${latin1(shellWord(word))} ]`).join(" && ") || "false";
  return starter.replace("@found@", () => found).replace("@program@", () => latin1(program.map(shellWord).join(" ")));
};

const latin1 = (text: string): string => Buffer.from(text, "utf8").toString("latin1");
