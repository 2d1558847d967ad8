import path from "node:path";
import type { ContractTexts } from "../../contracts/compare.ts";
import type { NotAssessed } from "../../model/change.ts";
import type { Place } from "./place.ts";

/** A version of a contract as far as it can be read. */
export interface Gathered extends ContractTexts {
  /** What belongs to it and is not there. */
  readonly notAssessed: readonly NotAssessed[];
  /** What else somebody should know who reads the answer. */
  readonly notes: readonly string[];
}

/** The file that stands at a place, whose text this is, and all that it refers to, however far. Nothing is read from the network. */
export const gatherReferred = async ({ tree, kind, path: entry }: Place, text: string): Promise<Gathered> => {
  // With it come the parsers, which the other formats need not wait for.
  const { referredFiles } = await import("../../contracts/documents/referred-files.ts");
  const files = new Map([[entry, text]]);
  const missing = new Map<string, string>();
  // A map goes on to what is added to it meanwhile.
  for (const [from, content] of kind === "pipe" ? [] : files) {
    for (const reference of referredFiles(content)) {
      const file = path.posix.join(path.posix.dirname(from), reference);
      if (files.has(file) || missing.has(file)) continue;
      if ((await tree.kindOf(file)) === "file") files.set(file, await tree.read(file));
      else missing.set(file, from);
    }
  }
  const seen = seenFrom(path.posix.dirname(entry));
  return {
    ...namedFrom(commonFolder([...files.keys()]), [entry], files),
    notAssessed: [...missing].map(([file, from]) => ({ path: seen(file), reason: `${seen(from)} refers to it, and it is not there` })),
    notes: [],
  };
};

/** An Avro schema, and those beside it: one may name types that another one defines. */
export const gatherAvro = async ({ tree, kind, path: entry }: Place, text: string): Promise<Gathered> => {
  const folder = path.posix.dirname(entry);
  const names = kind === "pipe" ? [] : (await tree.filesIn(folder, { deep: false })).filter((name) => name.endsWith(".avsc"));
  const files = new Map([[entry, text]]);
  for (const name of names) {
    const file = path.posix.join(folder, name);
    if (!files.has(file)) files.set(file, await tree.read(file));
  }
  return { ...namedFrom(folder, [entry], files), notAssessed: [], notes: [] };
};

/** A text that refers to no other. */
export const gatherAlone = ({ path: entry }: Place, text: string): Gathered => ({
  ...namedFrom(path.posix.dirname(entry), [entry], new Map([[entry, text]])),
  ...{ notAssessed: [], notes: [] },
});

/** All files of a folder whose names match. */
export const gatherFolder = async ({ tree, path: folder }: Place, names: RegExp): Promise<Gathered> => {
  const entries = (await tree.filesIn(folder, { deep: true })).filter((name) => names.test(name));
  const files = new Map<string, string>();
  for (const name of entries) files.set(name, await tree.read(path.posix.join(folder, name)));
  return { entries, files, notAssessed: [], notes: [] };
};

const namedFrom = (root: string, entries: readonly string[], files: ReadonlyMap<string, string>): ContractTexts => {
  const seen = seenFrom(root);
  return { entries: entries.map(seen), files: new Map([...files].map(([file, content]) => [seen(file), content])) };
};

const seenFrom =
  (folder: string) =>
  (file: string): string =>
    path.posix.relative(folder, file);

const commonFolder = (files: readonly string[]): string => {
  const [first = [], ...others] = files.map((file) => path.posix.dirname(file).split("/"));
  const differs = first.findIndex((part, i) => others.some((other) => other[i] !== part));
  return (differs < 0 ? first : first.slice(0, differs)).join("/") || (files[0]?.startsWith("/") ? "/" : ".");
};
