import { folderOf, upwards } from "../../src/base/paths.ts";
import { filesWanted, textsWanted } from "../../src/detectors/texts-wanted.ts";
import type { Change } from "../../src/model/change.ts";
import { noCode, type PairInput } from "../../src/model/pair.ts";
import { pair, side } from "./pairs.ts";

/** Texts by path. */
export type Files = Readonly<Record<string, string>>;

/** What a side makes of the base: new texts by path, null for what it deletes. */
export type Edits = Readonly<Record<string, string | null>>;

/**
 * A pair of which detectors may read what they ask for, and nothing else. A text is its own blob id.
 * A file that one side adds with the text of one that it deletes was renamed.
 */
export const pairOfFiles = (base: Files, ours: Edits, theirs: Edits): PairInput => {
  const input = pair(side("A", changesOf(base, ours)), side("B", changesOf(base, theirs)));
  const config = filesWanted(input).flatMap((path): [string, string][] => (base[path] === undefined ? [] : [[path, base[path]]]));
  const texts = [...textsWanted(input)].map((blob): [string, string] => [blob, blob]);
  return { ...input, code: { ...noCode, texts: new Map(texts), config: new Map(config) } };
};

const changesOf = (base: Files, edits: Edits): Change[] => {
  const moved = new Map(Object.entries(edits).flatMap(([path, text]) => (text === null ? [[base[path] ?? "", path]] : [])));
  return Object.entries(edits).flatMap(([path, text]): Change[] => {
    const before = base[path] ?? null;
    const oldPath = before === null && text !== null ? moved.get(text) : undefined;
    if (text === null && Object.entries(edits).some(([other, kept]) => other !== path && kept === before && base[other] === undefined))
      return [];
    return [
      {
        path,
        status: text === null ? "deleted" : oldPath !== undefined ? "renamed" : before === null ? "added" : "modified",
        ...(oldPath !== undefined && { oldPath }),
        oldMode: before === null && oldPath === undefined ? null : "100644",
        newMode: text === null ? null : "100644",
        oldBlob: oldPath === undefined ? before : text,
        newBlob: text,
        package: packageOf(path, base),
      },
    ];
  });
};

/** Folder of the nearest package.json of the base. */
const packageOf = (path: string, base: Files): string | null =>
  upwards(folderOf(path)).find((folder) => base[folder === "" ? "package.json" : `${folder}/package.json`] !== undefined) ?? null;
