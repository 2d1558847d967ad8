/** What a file brings in. */
export interface FileImports {
  /** Files whose own imports matter as well. */
  readonly files: readonly string[];
  /** Files that only pass on what is brought in, and places where a file would be if it were there. */
  readonly passed: readonly string[];
}

export interface Reached {
  /** Those of the tests that reach something changed, in their order. */
  readonly tests: readonly string[];
  /** How many of the tests were not followed to the end. */
  readonly unfollowed: number;
}

/**
 * Which of `tests` reach one of `changed` through imports, directly or through other files. Follows one test after the other, each file once, and
 * stops when `mostFiles` have been read: what matters most should come first.
 */
export const testsReaching = async (
  changed: ReadonlySet<string>,
  tests: readonly string[],
  importsOf: (path: string) => Promise<FileImports>,
  mostFiles: number,
): Promise<Reached> => {
  const importers = new Map<string, string[]>();
  const passedTo = new Map<string, string[]>();
  const read = new Set<string>();
  let unfollowed = 0;
  for (const test of tests) {
    const open = [test];
    for (let file = open.pop(); file !== undefined; file = open.pop()) {
      if (read.has(file)) continue;
      if (read.size >= mostFiles) {
        open.push(file);
        break;
      }
      read.add(file);
      const { files, passed } = await importsOf(file);
      for (const imported of files) importers.set(imported, [...(importers.get(imported) ?? []), file]);
      for (const passer of passed) passedTo.set(passer, [...(passedTo.get(passer) ?? []), file]);
      open.push(...files);
    }
    if (open.length > 0) unfollowed++;
  }
  const near = [...changed].flatMap((path) => [path, ...(passedTo.get(path) ?? [])]);
  const reaching = upwards(near, importers);
  return { tests: tests.filter((test) => reaching.has(test)), unfollowed };
};

/** The files and all that import them, directly or not. */
const upwards = (files: readonly string[], importers: ReadonlyMap<string, readonly string[]>): Set<string> => {
  const found = new Set<string>();
  const open = [...files];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    open.push(...(importers.get(file) ?? []));
  }
  return found;
};
