import fs from "node:fs";
import path from "node:path";
import { deserialize, serialize } from "node:v8";

/** A cache file's content; undefined when it is missing, damaged or from another version: caches are made anew, never repaired. */
export const readCache = <T>(file: string, version: string): T | undefined => {
  try {
    const stored = deserialize(fs.readFileSync(file)) as { version: string; content: T };
    return stored.version === version ? stored.content : undefined;
  } catch {
    return;
  }
};

/** Replaces a cache file whole. A cache that cannot be written (full disk, no permission) costs time, not truth: false then. */
export const writeCache = (file: string, version: string, content: unknown): boolean => {
  try {
    replaceFile(file, serialize({ version, content }));
    return true;
  } catch {
    return false;
  }
};

/** Puts `content` at `file` in one step: readers see the old or the new, never half. */
export const replaceFile = (file: string, content: string | Uint8Array): void => {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}-${drafts++}`;
  try {
    fs.writeFileSync(draft, content, { mode: 0o600 });
    fs.renameSync(draft, file);
  } catch (error) {
    fs.rmSync(draft, { force: true });
    throw error;
  }
};

/** Text of a file; undefined when there is none. */
export const findText = (file: string): string | undefined => {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
};

let drafts = 0;
