/** What a file brings in. */
export interface FileImports {
  /** Files whose own imports matter as well. */
  readonly files: readonly string[];
  /** Files that only pass on what is brought in, and places where a file would be if it were there. */
  readonly passed: readonly string[];
}

export interface Reached {
  /** Those of the tests that reach something changed: by how many steps they need, as far as is known, else in their order. */
  readonly tests: readonly string[];
  /** How many of the others were not followed to the end. */
  readonly unfollowed: number;
}

/**
 * Which of `tests` reach one of `changed` through imports, directly or through other files. Follows one test after the other, breadth first and as far
 * as it takes to tell, and reads no file after the first `mostFiles`: what matters most should come first.
 */
export const testsReaching = async (
  changed: ReadonlySet<string>,
  tests: readonly string[],
  importsOf: (path: string) => Promise<FileImports>,
  mostFiles: number,
): Promise<Reached> => {
  const search = new Search(changed, importsOf, mostFiles);
  const reached: { test: string; steps: number }[] = [];
  let unfollowed = 0;
  for (const test of tests) {
    const steps = await search.stepsFrom(test);
    if (typeof steps === "number") reached.push({ test, steps });
    else if (steps === undefined) unfollowed++;
  }
  return { tests: reached.sort((a, b) => a.steps - b.steps).map(({ test }) => test), unfollowed };
};

/** Remembers from test to test what was read, and which files are known to reach something changed or not to. */
class Search {
  readonly #changed: ReadonlySet<string>;
  readonly #importsOf: (path: string) => Promise<FileImports>;
  readonly #mostFiles: number;
  readonly #read = new Map<string, FileImports>();
  /** With the number of steps from there to something changed. */
  readonly #reaching: Map<string, number>;
  readonly #clear = new Set<string>();

  constructor(changed: ReadonlySet<string>, importsOf: (path: string) => Promise<FileImports>, mostFiles: number) {
    this.#changed = changed;
    this.#importsOf = importsOf;
    this.#mostFiles = mostFiles;
    this.#reaching = new Map([...changed].map((path) => [path, 0]));
  }

  /** Null when nothing changed is in reach, undefined when not enough could be read to tell. */
  async stepsFrom(start: string): Promise<number | null | undefined> {
    const cameFrom = new Map<string, string | null>([[start, null]]);
    let whole = true;
    // What is added on the way is visited as well.
    for (const file of cameFrom.keys()) {
      if (this.#clear.has(file)) continue;
      const imports = this.#reaching.has(file) ? undefined : await this.#find(file);
      const steps = this.#reaching.get(file) ?? (imports?.passed.some((path) => this.#changed.has(path)) ? 1 : undefined);
      if (steps !== undefined) return this.#remember(file, steps, cameFrom);
      whole &&= imports !== undefined;
      for (const imported of imports?.files ?? []) if (!cameFrom.has(imported)) cameFrom.set(imported, file);
    }
    if (!whole) return undefined;
    for (const file of cameFrom.keys()) this.#clear.add(file);
    return null;
  }

  /** All on the way to a file that reaches something reach it too, each with one step more. */
  #remember(found: string, from: number, cameFrom: ReadonlyMap<string, string | null>): number {
    let steps = from;
    for (let at = found; ; steps++) {
      this.#reaching.set(at, steps);
      const before = cameFrom.get(at);
      if (!before) return steps;
      at = before;
    }
  }

  async #find(file: string): Promise<FileImports | undefined> {
    const known = this.#read.get(file);
    if (known || this.#read.size >= this.#mostFiles) return known;
    const imports = await this.#importsOf(file);
    this.#read.set(file, imports);
    return imports;
  }
}
