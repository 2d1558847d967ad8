import path from "node:path";
import { importedFiles } from "../../contracts/protobuf/imported-files.ts";
import type { Gathered } from "./gather.ts";
import type { Place } from "./place.ts";

/**
 * A `.proto` file, whose text this is, or all in a folder, with what they import, by the paths under which they import each other. Imports are looked for in
 * `folders` of the same tree, and without any in the folder of the importing file and all above it.
 */
export const gatherProtobuf = async (place: Place, text: string | undefined, folders: readonly string[]): Promise<Gathered> => {
  const { tree } = place;
  const roots = folders.map((folder) => place.inTree(folder));
  const entries = text === undefined ? await filesOf(place) : [place.path];
  // By path in the tree: the path under which it is imported, and the text.
  const read = new Map<string, { readonly name: string; readonly text: string }>();
  const missing = new Set<string>();

  const findImport = async (from: string, name: string): Promise<string | undefined> => {
    for (const root of roots.length > 0 ? roots : above(from)) {
      const file = path.posix.join(root, name);
      if ((await tree.kindOf(file)) === "file") return file;
    }
    return undefined;
  };

  for (const entry of entries) {
    const own = text ?? (await tree.read(entry));
    read.set(entry, { name: path.posix.relative(roots.find((root) => isBelow(entry, root)) ?? rootOf(entry, own), entry), text: own });
  }
  // A map goes on to what is added to it meanwhile.
  for (const [from, { text: importing }] of place.kind === "pipe" ? [] : read) {
    for (const name of importedFiles(importing)) {
      const file = await findImport(from, name);
      if (file === undefined) missing.add(name);
      else read.set(file, { name, text: read.get(file)?.text ?? (await tree.read(file)) });
    }
  }
  const unknown = [...missing].filter((name) => !name.startsWith("google/protobuf/")).sort();
  return {
    entries: entries.map((entry) => read.get(entry)?.name ?? entry),
    files: new Map([...read.values()].map(({ name, text }) => [name, text])),
    notAssessed: [],
    notes: unknown.map((name) => `${name} was not found: types that it defines are compared by name alone`),
  };
};

const filesOf = async ({ tree, path: folder }: Place): Promise<string[]> => {
  const names = (await tree.filesIn(folder, { deep: true })).filter((name) => name.endsWith(".proto"));
  return names.map((name) => path.posix.join(folder, name));
};

/** The folder that a file stands in, and all above it, nearest first. */
const above = (file: string): string[] => {
  const folder = path.posix.dirname(file);
  return folder === path.posix.dirname(folder) ? [folder] : [folder, ...above(folder)];
};

/** Files of the package `acme.v1` stand in `acme/v1`, by the custom of the language: what is above that. Else their own folder. */
const rootOf = (file: string, text: string): string => {
  const folder = path.posix.dirname(file);
  const custom = (/^\s*package\s+([\w.]+)\s*;/m.exec(text)?.[1] ?? "").replaceAll(".", "/");
  return custom !== "" && `/${folder}`.endsWith(`/${custom}`) ? folder.slice(0, -custom.length) || "." : folder;
};

const isBelow = (file: string, folder: string): boolean => !path.posix.relative(folder, file).startsWith("..");
