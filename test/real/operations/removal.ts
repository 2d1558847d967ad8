import type { Span } from "../language.ts";
import { type Patch, Unfit } from "../patch.ts";
import { requireFile, requireReferences, type Stage } from "../stage.ts";
import { dropNames } from "./drop-name.ts";
import type { Operation } from "./operation.ts";

/** It goes; what it gave is written out where it was used. */
export const remove: Operation = {
  name: "remove",
  breaks: new Set([
    ...(["new file", "existing file", "through a barrel", "namespace import", "aliased import", "type-only import"] as const),
    ...([
      "new test file",
      "existing test file",
      "in the defining file",
      "in a file that imports it already",
      "late import",
      "re-export",
    ] as const),
  ]),
  spares: new Set(),

  apply(subject, stage, patch) {
    const references = requireReferences(stage, subject);
    if (references.some(({ role, isShorthand }) => role === "heritage" || isShorthand))
      throw new Unfit("it cannot be written out where it is used");
    const { pen } = stage.language;
    patch.replace(subject.path, subject.whole, "");
    for (const { path, at, role, call } of references) {
      if (path === subject.path && at.start >= subject.whole.start && at.end <= subject.whole.end) continue;
      if (role === "listed") unlist(path, at, stage, patch);
      if (role === "value" || role === "type") patch.replace(path, call?.whole ?? at, pen.nothing(role));
    }
    for (const { path } of references.filter(({ role }) => role === "import" || role === "reexport"))
      for (const link of stage.linksOf(path))
        if (link.names.some(({ imported }) => imported === subject.name)) dropNames(link, new Set([subject.name]), stage, patch);
    return { aspect: {} };
  },
};

/** Nobody else needs it, so it is exported no more. */
export const makePrivate: Operation = {
  name: "make private",
  breaks: new Set([
    ...(["new file", "existing file", "through a barrel", "namespace import", "aliased import", "type-only import"] as const),
    ...(["new test file", "existing test file", "late import", "re-export"] as const),
  ]),
  spares: new Set(),

  apply(subject, stage, patch) {
    if (!subject.exported) throw new Unfit("it is private already");
    const references = requireReferences(stage, subject);
    if (references.some(({ path, role }) => path !== subject.path && role !== "reexport" && role !== "listed"))
      throw new Unfit("others need it");
    if (references.some(({ path, role }) => path === subject.path && role === "reexport")) throw new Unfit("its own file exports it twice");
    if (subject.exportWord) patch.replace(subject.path, subject.exportWord, "");
    else {
      const name = stage.language.pen.privateName(subject.name);
      patch.replace(subject.path, subject.nameAt, name);
      for (const { path, at, role } of references) if (path === subject.path && role !== "listed") patch.replace(path, at, name);
    }
    for (const { path, at, role } of references) if (role === "listed") unlist(path, at, stage, patch);
    for (const { path } of references.filter(({ role }) => role === "reexport"))
      for (const link of stage.linksOf(path))
        if (link.names.some(({ imported }) => imported === subject.name)) dropNames(link, new Set([subject.name]), stage, patch);
    return { aspect: {} };
  },
};

/** Takes a word in quotes out of a list. */
const unlist = (path: string, at: Span, stage: Stage, patch: Patch): void => {
  const { text } = requireFile(stage, path);
  const comma = /^.,?[^\S\n]*/.exec(text.slice(at.end))?.[0].length ?? 1;
  patch.replace(path, { start: at.start - 1, end: at.end + comma }, "");
};
