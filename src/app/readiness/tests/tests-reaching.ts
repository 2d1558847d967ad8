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
  const reached: string[] = [];
  let unfollowed = 0;
  for (const test of tests) {
    const answer = await search.reaches(test);
    if (answer) reached.push(test);
    else if (answer === undefined) unfollowed++;
  }
  return { tests: reached, unfollowed };
};

/** Remembers from test to test what was read, and which files are known to reach something changed or not to. */
class Search {
  readonly #changed: ReadonlySet<string>;
  readonly #importsOf: (path: string) => Promise<FileImports>;
  readonly #mostFiles: number;
  readonly #read = new Map<string, FileImports>();
  readonly #reaching: Set<string>;
  readonly #clear = new Set<string>();

  constructor(changed: ReadonlySet<string>, importsOf: (path: string) => Promise<FileImports>, mostFiles: number) {
    this.#changed = changed;
    this.#importsOf = importsOf;
    this.#mostFiles = mostFiles;
    this.#reaching = new Set(changed);
  }

  /** Undefined when not enough could be read to tell. */
  async reaches(start: string): Promise<boolean | undefined> {
    const cameFrom = new Map<string, string | null>([[start, null]]);
    let whole = true;
    // What is added on the way is visited as well.
    for (const file of cameFrom.keys()) {
      if (this.#clear.has(file)) continue;
      const imports = this.#reaching.has(file) ? undefined : await this.#find(file);
      if (this.#reaching.has(file) || imports?.passed.some((path) => this.#changed.has(path))) {
        for (let at: string | null | undefined = file; at; at = cameFrom.get(at)) this.#reaching.add(at);
        return true;
      }
      whole &&= imports !== undefined;
      for (const imported of imports?.files ?? []) if (!cameFrom.has(imported)) cameFrom.set(imported, file);
    }
    if (!whole) return undefined;
    for (const file of cameFrom.keys()) this.#clear.add(file);
    return false;
  }

  async #find(file: string): Promise<FileImports | undefined> {
    const known = this.#read.get(file);
    if (known || this.#read.size >= this.#mostFiles) return known;
    const imports = await this.#importsOf(file);
    this.#read.set(file, imports);
    return imports;
  }
}
