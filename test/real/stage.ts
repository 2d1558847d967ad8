import type { Language, Link, Member, Reference, SourceText, Subject } from "./language.ts";
import { Patch, Unfit } from "./patch.ts";
import type { Random } from "./random.ts";

/** The repository as those see it who work on it. */
export interface Stage {
  readonly language: Language;
  readonly random: Random;
  readonly linksOf: (path: string) => readonly Link[];
  readonly linksTo: (path: string) => readonly Link[];
  readonly newPatch: () => Patch;
}

export const stageOf = (language: Language, random: Random): Stage => {
  const [from, to] = [new Map<string, Link[]>(), new Map<string, Link[]>()];
  for (const link of language.links) {
    from.set(link.path, [...(from.get(link.path) ?? []), link]);
    if (link.target !== null) to.set(link.target, [...(to.get(link.target) ?? []), link]);
  }
  return {
    language,
    random,
    linksOf: (path) => from.get(path) ?? [],
    linksTo: (path) => to.get(path) ?? [],
    newPatch: () => new Patch(language.files),
  };
};

/** Where a subject is mentioned. Throws (unfit) when that is in more places than an agent changes in passing. */
export const requireReferences = ({ language }: Stage, subject: Subject, member?: Member): readonly Reference[] => {
  const references = language.referencesTo(subject, member);
  if (references.length > 150 || new Set(references.map(({ path }) => path)).size > 30) throw new Unfit("it is used in too many places");
  if (references.some(({ path }) => !language.files.has(path))) throw new Unfit("it is used in a file that is left alone");
  return references;
};

/** A file of the repository. Throws (unfit) when it is not one of the source files. */
export const requireFile = ({ language }: Stage, path: string): SourceText => {
  const file = language.files.get(path);
  if (!file) throw new Unfit("the file is left alone");
  return file;
};

/** Files other than its own that pass the subject on under its own name, by however many steps. */
export const barrelsOf = (stage: Stage, subject: Subject): readonly string[] => {
  const found = new Set<string>();
  const queue = [subject.path];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    for (const link of stage.linksTo(path)) {
      const passes = link.form === "all" || link.names.some(({ imported, local }) => imported === subject.name && local === subject.name);
      if (!link.isReexport || !passes || found.has(link.path) || link.path === subject.path) continue;
      found.add(link.path);
      queue.push(link.path);
    }
  }
  return [...found];
};

/** Whether a name stands in a text as a word, in whatever role. */
export const mentions = ({ text }: SourceText, name: string): boolean =>
  new RegExp(`(?<![\\w$])${name.replaceAll("$", "\\$")}(?![\\w$])`).test(text);

/** A name for something new, made of an old one. */
export const freshName = ({ language }: Stage, base: string, ...files: readonly string[]): string => {
  for (let n = 0; ; n++) {
    const name = n === 0 ? base : `${base}${n}`;
    if (files.every((path) => !mentions(language.files.get(path) ?? { text: "", afterImports: 0, isTest: false }, name))) return name;
  }
};
