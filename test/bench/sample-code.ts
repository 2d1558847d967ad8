/** TypeScript as people write it: a module of classes, functions and types, of `lines` lines or a method more, that imports from others. */
export const sampleCode = (at: number, { lines, imports }: { readonly lines: number; readonly imports: readonly string[] }): string => {
  const text = [...imports.map((path, i) => `import { load as load${i} } from "${path}";`), "", ...declarations(at)];
  for (let i = 0; text.length < lines; i++) text.splice(-1, 0, ...method(i, imports.length));
  return `${text.join("\n")}\n`;
};

const declarations = (at: number): string[] => [
  `export interface Options${at} { readonly name: string; limit?: number; onDone?: (found: string[]) => void }`,
  `export const load = async (id: string, { limit = 10 }: Partial<Options${at}> = {}): Promise<string[]> => [id, String(limit)];`,
  `export class Store${at} {`,
  `  readonly #items = new Map<string, string[]>();`,
  `  constructor(private readonly options: Options${at}) {}`,
  `}`,
];

/** Six nodes of the syntax tree to a line, as real files have five to eight: half of the lines are comments, brackets and short statements. */
const method = (i: number, imports: number): string[] => [
  ``,
  `  /**`,
  `   * Finds what is called \`name\`, and remembers it for the next time.`,
  `   *`,
  `   * @param name as it was written`,
  `   * @param limit how many are enough`,
  `   */`,
  `  async find${i}(`,
  `    name: string,`,
  `    limit: number,`,
  `  ): Promise<string[]> {`,
  `    // What was found before is good enough,`,
  `    // unless there was too little of it.`,
  `    const known = this.#items.get(name);`,
  `    if (known !== undefined) {`,
  `      return known;`,
  `    }`,
  ``,
  imports > 0 ? `    const found = await load${i % imports}(name, { limit });` : `    const found = [name];`,
  `    for (const one of found) {`,
  `      if (one === "${i}") {`,
  `        continue;`,
  `      }`,
  `      this.#items.set(one, found);`,
  `    }`,
  `    this.options.onDone?.(found);`,
  ``,
  `    return found.map((each) => each.trim());`,
  `  }`,
];
