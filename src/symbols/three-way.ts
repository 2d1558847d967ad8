import type { FileFacts } from "../model/code.ts";

/**
 * What a file would hold if both sides' changes to it were kept, for a file that git cannot merge by its lines: each definition, import,
 * export and use is kept unless one side took it away. Of a definition that only one side changed, that side's version.
 */
export const threeWayFacts = (base: FileFacts | null, ours: FileFacts, theirs: FileFacts): FileFacts => ({
  definitions: merged(
    base?.definitions ?? [],
    ours.definitions,
    theirs.definitions,
    ({ kind, name }) => `${kind} ${name}`,
    ({ own }) => own,
  ),
  imports: merged(base?.imports ?? [], ours.imports, theirs.imports, ({ module, form, names }) =>
    JSON.stringify([module, form, names.map(({ imported, local }) => [imported, local])]),
  ),
  exports: merged(base?.exports ?? [], ours.exports, theirs.exports, ({ name, local, from }) =>
    JSON.stringify([name, local, from?.module, from?.imported]),
  ),
  uses: merged(base?.uses ?? [], ours.uses, theirs.uses, ({ path, through, form, call }) => JSON.stringify([path, through, form, call])),
  marks: merged(base?.marks ?? [], ours.marks, theirs.marks, ({ kind, key }) => `${kind} ${key}`),
  package: ours.package === base?.package ? theirs.package : ours.package,
  starNames: ours.starNames ?? theirs.starNames,
  syntaxError: ours.syntaxError ?? theirs.syntaxError,
  // No such text stands anywhere.
  tokens: "",
});

const merged = <T>(
  base: readonly T[],
  ours: readonly T[],
  theirs: readonly T[],
  keyOf: (item: T) => string,
  contentOf: (item: T) => string = () => "",
): T[] => {
  const [b, o, t] = [base, ours, theirs].map((items) => counted(items, keyOf)) as [Map<string, T>, Map<string, T>, Map<string, T>];
  const kept: T[] = [];
  for (const [key, item] of o) {
    const other = t.get(key);
    const old = b.get(key);
    if (!other && old) continue;
    kept.push(other && old && contentOf(old) === contentOf(item) ? other : item);
  }
  for (const [key, item] of t) if (!o.has(key) && !b.has(key)) kept.push(item);
  return kept;
};

/** By key and how often it came before: the second of two equal uses is another one. */
const counted = <T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T> => {
  const seen = new Map<string, number>();
  const found = new Map<string, T>();
  for (const item of items) {
    const key = keyOf(item);
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    found.set(`${times} ${key}`, item);
  }
  return found;
};
