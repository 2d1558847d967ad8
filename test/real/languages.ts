import { NerveError } from "../../src/base/errors.ts";
import type { Language } from "./language.ts";
import { openTypeScript } from "./typescript/index.ts";

/** Reads the checked-out tree at `dir`. Throws (usage) for a language that nobody wrote yet, (environment) when its tools are missing. */
export const openLanguage = async (dir: string, name: string | undefined): Promise<Language> => {
  if (name === undefined || name === "typescript") return openTypeScript(dir);
  throw new NerveError("usage", `${name} is not a language of this evaluation: typescript, python`);
};
