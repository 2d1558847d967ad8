import type { Link } from "../language.ts";
import type { Patch } from "../patch.ts";
import { requireFile, type Stage } from "../stage.ts";

/** Takes names out of an import or re-export, and the whole statement when nothing would be left of it. */
export const dropNames = (link: Link, unwanted: ReadonlySet<string>, stage: Stage, patch: Patch): void => {
  const { text } = requireFile(stage, link.path);
  if (link.names.every(({ imported }) => unwanted.has(imported)) && !hasDefault(text, link)) return dropStatement(link, stage, patch);
  for (const { imported, whole } of link.names) {
    if (!unwanted.has(imported)) continue;
    const comma = /^\s*,[^\S\n]*/.exec(text.slice(whole.end))?.[0].length ?? 0;
    // The last one of several takes the comma before it along.
    const before = comma === 0 ? (/,\s*$/.exec(text.slice(0, whole.start))?.[0].length ?? 0) : 0;
    patch.replace(link.path, { start: whole.start - before, end: whole.end + comma }, "");
  }
};

export const dropStatement = ({ path, statement }: Link, stage: Stage, patch: Patch): void => {
  const { text } = requireFile(stage, path);
  const end = statement.end + (/^[^\S\n]*;?[^\S\n]*\n?/.exec(text.slice(statement.end))?.[0].length ?? 0);
  patch.replace(path, { start: statement.start, end }, "");
};

/** `import whole, { some } from …` goes on without `some`. */
const hasDefault = (text: string, { statement }: Link): boolean =>
  /^import\s+(?:type\s+)?[\w$]+\s*,/.test(text.slice(statement.start, statement.end));
