/**
 * A path as git stores it: bytes, held one byte per character (latin1), so that a name which is not UTF-8 survives the way through us and
 * back to git. Relative to the root of the worktree, with forward slashes.
 */
export type RawPath = string;

/** The raw form of a path that is text. */
export const rawPath = (text: string): RawPath => Buffer.from(text, "utf8").toString("latin1");

/** What a person sees of it. Bytes that are not UTF-8 become U+FFFD. */
export const shownPath = (path: RawPath): string => bytesOf(path).toString("utf8");

/** The bytes of a path, for the file system and for git's standard input. */
export const bytesOf = (path: RawPath): Buffer => Buffer.from(path, "latin1");

/** True when the path can be shown and told to another program as text, without loss. */
export const isText = (path: RawPath): boolean => !shownPath(path).includes("\u{fffd}");

/** The records of `-z` output, bytes kept. */
export const rawRecords = (output: Buffer): RawPath[] => {
  const records = output.toString("latin1").split("\0");
  if (records.at(-1) === "") records.pop();
  return records;
};

/** Paths as `-z --stdin` takes them. */
export const recordBytes = (paths: readonly RawPath[]): Buffer => Buffer.from(paths.map((path) => `${path}\0`).join(""), "latin1");
