import { NerveError } from "../base/errors.ts";
import type { Option } from "./command.ts";

/** `--peek` */
export const flag = (about: string): Option<boolean> => ({ placeholder: "", about, repeatable: false, read: (raw) => raw === true });

/** `--base <branch>` */
export const text = (placeholder: string, about: string): Option<string | undefined> => ({
  placeholder: `<${placeholder}>`,
  about,
  repeatable: false,
  read: (raw) => (typeof raw === "string" ? raw : undefined),
});

/** `--file <path>`, as often as wanted. */
export const texts = (placeholder: string, about: string): Option<readonly string[]> => ({
  placeholder: `<${placeholder}>`,
  about: `${about} (repeatable)`,
  repeatable: true,
  read: (raw) => (Array.isArray(raw) ? raw.map(String) : []),
});

/** `--limit <n>`: a whole number, 0 or more. */
export const count = (placeholder: string, about: string): Option<number | undefined> => ({
  placeholder: `<${placeholder}>`,
  about,
  repeatable: false,
  read(raw, name) {
    if (raw === undefined) return undefined;
    if (typeof raw === "string" && /^\d{1,9}$/.test(raw)) return Number(raw);
    throw new NerveError("usage", `--${name} takes a whole number, not ${raw}`);
  },
});

/** `--severity <level>`, one of a few words. */
export const choice = <T extends string>(placeholder: string, choices: readonly T[], about: string): Option<T | undefined> => ({
  placeholder: `<${placeholder}>`,
  about: `${about} (${choices.join(", ")})`,
  repeatable: false,
  read(raw, name) {
    if (raw === undefined) return undefined;
    const found = choices.find((each) => each === raw);
    if (found) return found;
    throw new NerveError("usage", `--${name} is one of ${choices.join(", ")}, not ${raw}`);
  },
});
