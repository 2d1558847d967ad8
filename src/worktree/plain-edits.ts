import type { BigIntStats } from "node:fs";
import fs from "node:fs/promises";
import type { Blobs } from "../git/blobs.ts";
import type { IgnoreRules } from "../git/ignored.ts";
import { isText, type RawPath } from "../git/raw-path.ts";
import { type TreeEntry, type Trees, treeMode } from "../git/trees.ts";
import type { Worktree } from "../git/worktrees.ts";
import type { Oid } from "../model/ids.ts";
import { type Edits, findEntry } from "./edit-tree.ts";
import { foldersAbove, placeOnDisk, untrackedLimit } from "./select-paths.ts";

/** What plain edits are found with. */
export interface Tools {
  readonly worktree: Worktree;
  readonly trees: Trees;
  readonly blobs: Blobs;
  readonly rules: IgnoreRules;
  /** Names that differ only in case are one file here (`core.ignoreCase`): whether a name is new cannot be told from its spelling. */
  readonly foldsCase: boolean;
}

/** More edits than this are as quickly found by looking at everything. */
const editLimit = 200;

/** Files whose content decides about other files. */
const ruleFiles = /(^|\/)\.git(ignore|attributes|modules)$/i;

/**
 * What became of `paths` since `snapshot`, written as blobs; undefined as soon as one of them is anything but a plain file that was edited,
 * made or deleted, or moves while it is read. Then only a full pass can tell.
 */
export const findPlainEdits = async (tools: Tools, snapshot: Oid, paths: readonly RawPath[]): Promise<Edits | undefined> => {
  const edits = new Map<RawPath, TreeEntry | null>();
  const seen = new Map<RawPath, string>();
  for (const path of new Set(paths)) {
    const edit = await findEdit(tools, snapshot, path, seen);
    if (edit === "not plain" || edits.size >= editLimit) return undefined;
    if (edit !== "no edit") edits.set(path, edit);
  }
  for (const [path, fingerprint] of seen) if (fingerprintOf(await findStat(tools.worktree, path)) !== fingerprint) return undefined;
  return edits;
};

type Edit = TreeEntry | null | "no edit" | "not plain";

const findEdit = async (tools: Tools, snapshot: Oid, path: RawPath, seen: Map<RawPath, string>): Promise<Edit> => {
  const { worktree, trees, blobs, rules } = tools;
  if (!isPlainName(path) || !(await isInPlainFolder(worktree, path))) return "not plain";
  const [known, stat] = await Promise.all([findEntry(trees, snapshot, path), findStat(worktree, path)]);
  seen.set(path, fingerprintOf(stat));
  if (known === "within" || (known && !isFile(known))) return "not plain";
  if (!stat) return known ? null : "no edit";
  if (stat.isFIFO() || stat.isSocket()) return known ? "not plain" : "no edit";
  if (!known && (tools.foldsCase || (await rules.ignores(path)))) return tools.foldsCase ? "not plain" : "no edit";
  if (!stat.isFile() || stat.size > untrackedLimit || (await hasCarriageReturns(worktree, path))) return "not plain";
  return { mode: stat.mode & 0o100n ? "100755" : "100644", oid: await blobs.write(path) };
};

/** What stays one line on the way to git, is text, and is no file that decides about others. */
const isPlainName = (path: RawPath): boolean =>
  path !== "" &&
  isText(path) &&
  !/[\r\n]|^"/.test(path) &&
  !ruleFiles.test(path) &&
  !path.split("/").some((name) => name.toLowerCase() === ".git");

/** True when the folders above are folders, or gone, and none is the root of another repository. */
const isInPlainFolder = async (worktree: Worktree, path: RawPath): Promise<boolean> => {
  for (const folder of foldersAbove(path)) {
    const [stat, repository] = await Promise.all([findStat(worktree, folder), findStat(worktree, `${folder}/.git`)]);
    if (stat === undefined) return true;
    if (!stat.isDirectory() || repository) return false;
  }
  return true;
};

const isFile = ({ mode }: TreeEntry): boolean => mode !== treeMode && mode.startsWith("100");

/** Whether git turns line ends around may depend on what the index holds of the file, and the process that writes blobs does not read that. */
const hasCarriageReturns = async (worktree: Worktree, path: RawPath): Promise<boolean> =>
  (await fs.readFile(placeOnDisk(worktree, path))).includes("\r\n");

const findStat = (worktree: Worktree, path: RawPath): Promise<BigIntStats | undefined> =>
  fs.lstat(placeOnDisk(worktree, path), { bigint: true }).catch(() => undefined);

const fingerprintOf = (stat: BigIntStats | undefined): string =>
  stat ? `${stat.ino} ${stat.mode} ${stat.size} ${stat.mtimeNs} ${stat.ctimeNs}` : "";
