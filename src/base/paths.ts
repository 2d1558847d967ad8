/** The folder that a path is in; "" is the root. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

/** Last part of a path. */
export const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** A path as seen from a folder, with "." and ".." followed; undefined when it leads out of the repository. */
export const joined = (folder: string, path: string): string | undefined => {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
};

/** Whether a path is a folder or stands somewhere below it. */
export const isWithin = (path: string, folder: string): boolean => folder === "" || path === folder || path.startsWith(`${folder}/`);

/** A folder and all above it, nearest first, the root last. */
export const upwards = (folder: string): string[] => {
  const parts = folder === "" ? [] : folder.split("/");
  return [...parts.map((_, i) => parts.slice(0, parts.length - i).join("/")), ""];
};
