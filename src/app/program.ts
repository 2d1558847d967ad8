import path from "node:path";

/** The words that start this very program again, with absolute paths: what hooks and child processes run. */
export const programWords = (): readonly string[] => [process.execPath, path.resolve(process.argv[1] ?? "")];
