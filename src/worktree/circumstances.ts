import fs from "node:fs/promises";
import path from "node:path";
import { findStoreIdentity } from "../git/private-store.ts";
import type { Repository } from "../git/repository.ts";
import { readIndexNotes, readSettings, type Settings } from "../git/settings.ts";
import type { Worktree } from "../git/worktrees.ts";
import { placeOnDisk } from "./select-paths.ts";

/** Everything but the files of a worktree that decides what its snapshot is. */
export interface Circumstances {
  readonly settings: Settings;
  /** What the index, the settings, the rules outside the worktree and the private store look like from outside. */
  readonly mark: string;
}

/** Reads them anew. */
export const readCircumstances = async (repository: Repository, worktree: Worktree): Promise<Circumstances> => {
  const settings = await readSettings(repository, worktree);
  return { settings, mark: await readMark(repository, worktree, settings) };
};

/** The mark now, cheaply: when it is another one than before, nothing that was known holds. */
export const readMark = async (repository: Repository, worktree: Worktree, { files }: Settings): Promise<string> => {
  const marks = [path.join(worktree.gitDir, "index"), ...files].map(async (file) => {
    const stat = await fs.stat(file, { bigint: true }).catch(() => undefined);
    return stat ? `${stat.ino} ${stat.size} ${stat.mtimeNs}` : "";
  });
  return [await findStoreIdentity(repository), ...(await Promise.all(marks))].join("\n");
};

/** True when edits of plain files can be applied to a snapshot one by one, as far as index and settings go. */
export const allowPlainEdits = async (repository: Repository, worktree: Worktree, { values }: Settings): Promise<boolean> => {
  if (values.get("core.filemode") === "false") return false;
  const { flagged, attributes } = await readIndexNotes(repository, worktree);
  if (flagged) return false;
  // Where the file is missing, git reads these rules from the index; the process that writes blobs does not.
  const present = await Promise.all(attributes.map((file) => fs.lstat(placeOnDisk(worktree, file)).catch(() => undefined)));
  return present.every((stat) => stat !== undefined);
};
