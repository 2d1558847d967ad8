/** Folder of a path; "" is the root. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

/** Last part of a path. */
export const fileNameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** A path as written in a file of `folder`, from the root; undefined when it leads out of the repository. */
export const pathFrom = (folder: string, written: string): string | undefined => {
  const parts = folder === "" || written.startsWith("/") ? [] : folder.split("/");
  for (const part of written.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
};

/** The folders above a path from the nearest one to the root, "". */
export const foldersAbove = (path: string): string[] => {
  const folders: string[] = [];
  for (let folder = folderOf(path); folder !== ""; folder = folderOf(folder)) folders.push(folder);
  return [...folders, ""];
};
