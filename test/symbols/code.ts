import type { Change } from "../../src/model/change.ts";
import type { Break, FileFacts, Unread } from "../../src/model/code.ts";
import type { FileVersions } from "../../src/symbols/altered-side.ts";
import { readBreaks, type SideChanges } from "../../src/symbols/breaks.ts";
import { type CodeTree, isRead } from "../../src/symbols/code-tree.ts";
import type { Extractor } from "../../src/symbols/extract.ts";
import { languageOf } from "../../src/symbols/languages.ts";
import { threeWayFacts } from "../../src/symbols/three-way.ts";
import { openExtractor } from "./extractor.ts";

/** Texts by path. */
export type Files = Readonly<Record<string, string>>;

/** What a side changes: new texts by path, null for what it deletes, `{from}` for what it moves without change. */
export type Edits = Readonly<Record<string, string | null | { readonly from: string }>>;

let extractor: Promise<Extractor> | undefined;

/** The facts of a text, by the grammars and queries of this repository. */
export const factsOf = async (path: string, text: string): Promise<FileFacts | Unread | undefined> => {
  const language = languageOf(path);
  extractor ??= openExtractor();
  return language && (await extractor).extract(language, text);
};

/** A tree of code held in memory. */
export const codeTree = (files: Files): CodeTree => ({
  entries: async (folder) => {
    const prefix = folder === "" ? "" : `${folder}/`;
    const inside = Object.keys(files).filter((path) => path.startsWith(prefix));
    if (inside.length === 0 && folder !== "") return undefined;
    const entries = new Map<string, "file" | "folder">();
    for (const path of inside) {
      const [name = "", ...rest] = path.slice(prefix.length).split("/");
      entries.set(name, rest.length > 0 ? "folder" : "file");
    }
    return entries;
  },
  text: async (path) => files[path],
  facts: async (path) => {
    const text = files[path];
    return text === undefined ? undefined : factsOf(path, text);
  },
});

/** What is broken in the merge of two edits of one base, in short: "ours removed load a.ts -> b.ts:3 call, b.ts:4 value". */
export const breaksOf = async (base: Files, ours: Edits, theirs: Edits): Promise<string[]> =>
  (await readPairBreaks(base, ours, theirs)).map(shown);

export const readPairBreaks = async (base: Files, ours: Edits, theirs: Edits): Promise<Break[]> => {
  const [our, their] = [edited(base, ours), edited(base, theirs)];
  const merged = edited(edited(base, ours), theirs);
  const tree = codeTree(merged);
  const both = Object.keys(ours).filter((path) => typeof ours[path] === "string" && typeof theirs[path] === "string");
  const mergedTree: CodeTree = {
    ...tree,
    facts: async (path) => {
      if (!both.includes(path)) return tree.facts(path);
      const [b, o, t] = await Promise.all([base, our, their].map((files) => codeTree(files).facts(path)));
      return isRead(o) && isRead(t) ? threeWayFacts(isRead(b) ? b : null, o, t) : undefined;
    },
  };
  const trees = { ours: codeTree(our), theirs: codeTree(their), merged: mergedTree };
  return readBreaks(trees, await sideChanges(base, our, ours), await sideChanges(base, their, theirs));
};

const edited = (files: Files, edits: Edits): Files => {
  const next: Record<string, string> = { ...files };
  for (const [path, edit] of Object.entries(edits)) {
    if (edit === null) delete next[path];
    else if (typeof edit === "string") next[path] = edit;
    else {
      next[path] = files[edit.from] ?? "";
      delete next[edit.from];
    }
  }
  return next;
};

const sideChanges = async (base: Files, side: Files, edits: Edits): Promise<SideChanges> => {
  const changes = new Map<string, Change>();
  const files: FileVersions[] = [];
  for (const [path, edit] of Object.entries(edits)) {
    const from = edit !== null && typeof edit === "object" ? edit.from : path;
    const [old, now] = [base[from], side[path]];
    const change: Change = {
      path,
      status: now === undefined ? "deleted" : from !== path ? "renamed" : old === undefined ? "added" : "modified",
      ...(from !== path && { oldPath: from }),
      oldMode: old === undefined ? null : "100644",
      newMode: now === undefined ? null : "100644",
      oldBlob: old ?? null,
      newBlob: now ?? null,
      package: "",
    };
    changes.set(path, change);
    const [before, after] = await Promise.all([
      old === undefined ? undefined : factsOf(from, old),
      now === undefined ? undefined : factsOf(path, now),
    ]);
    if (before || after) files.push({ change, before: isRead(before) ? before : null, after: isRead(after) ? after : null });
  }
  return { changes, files };
};

const shown = ({ by, cause, symbol, definer, became, uses }: Break): string => {
  const target = became ? ` to ${became.path}#${became.symbol}` : "";
  return `${by} ${cause} ${definer.path}#${symbol}${target}: ${uses.map(({ path, line, form }) => `${path}:${line} ${form}`).join(", ")}`;
};
