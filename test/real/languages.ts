import { execFileSync } from "node:child_process";
import { NerveError } from "../../src/base/errors.ts";
import type { Language } from "./language.ts";
import { openPython } from "./python/index.ts";
import { openTypeScript } from "./typescript/index.ts";

/**
 * Reads the checked-out tree at `dir`: in the language that was named, else in the one that it has more files of. Throws (usage) for a language that
 * nobody wrote yet, (environment) when its tools are missing.
 */
export const openLanguage = async (dir: string, name = commonLanguage(dir)): Promise<Language> => {
  if (name === "typescript") return openTypeScript(dir);
  if (name === "python") return openPython(dir);
  throw new NerveError("usage", `${name} is no language of this evaluation: typescript, python`);
};

const commonLanguage = (dir: string): string => {
  const files = execFileSync("git", ["ls-files"], { cwd: dir, encoding: "utf8", maxBuffer: 2 ** 28 }).split("\n");
  const count = (ending: RegExp) => files.filter((file) => ending.test(file)).length;
  return count(/\.py$/) > count(/\.[cm]?tsx?$/) ? "python" : "typescript";
};
