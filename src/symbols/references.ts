import type { BrokenUse, FileFacts, Import, ImportedName, Use } from "../model/code.ts";

/** A place in a file that needs something: an imported name, or a use. */
export type Reference = {
  /** The same need in another version of the file has the same key. */
  readonly key: string;
  /** Names that it goes by where it is defined, and on the way there. */
  readonly names: readonly string[];
  readonly line: number;
  readonly form: BrokenUse["form"];
  readonly within: string | null;
} & (
  | { readonly kind: "import"; readonly from: Import; readonly name: ImportedName | null }
  | { readonly kind: "use"; readonly use: Use; /** The first step of its path. */ readonly root: string }
);

/** All that a file needs from its surroundings and from itself. Lazily imported names and re-exports count as imports. */
export const referencesOf = (facts: FileFacts): Reference[] => {
  const imported = new Map(facts.imports.flatMap(({ names }) => names.map((name) => [name.local, name.imported] as const)));
  return [
    ...facts.imports.flatMap(importReferences),
    ...facts.exports.flatMap(({ from, name, line }) =>
      from
        ? importReferences({
            module: from.module,
            line,
            form: "static",
            names: [{ imported: from.imported === "*" && name === "*" ? "**" : from.imported, local: name, line }],
          })
        : [],
    ),
    ...facts.uses.flatMap((use) => [use, ...onTheWay(use)]).map((use) => useReference(use, imported)),
  ];
};

/** What a file binds at its top: a use of any other name is of something from elsewhere, or of nothing. */
export const boundNames = (facts: FileFacts): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const { names: imported } of facts.imports) for (const { local } of imported) names.add(local);
  for (const { name } of facts.definitions) if (!name.includes(".")) names.add(name);
  return names;
};

const importReferences = (from: Import): Reference[] => {
  const names = from.names.length > 0 ? from.names : [null];
  return names.map((name) => ({
    kind: "import",
    key: `import ${name?.imported ?? ""} ${from.module}`,
    names: name && name.imported !== "*" && name.imported !== "**" ? [name.imported] : [],
    line: name?.line ?? from.line,
    form: "import",
    within: null,
    from,
    name,
  }));
};

/** `user.email.trim()` needs `user.email`, whatever is known of what has `trim`. */
const onTheWay = (use: Use): Use[] => (use.path.length > 2 ? [{ ...use, path: use.path.slice(0, -1), form: "value", call: null }] : []);

const useReference = (use: Use, imported: ReadonlyMap<string, string>): Reference => {
  const [root = ""] = use.path;
  const original = imported.get(root);
  return {
    kind: "use",
    key: `${use.through} ${use.path.join(".")}`,
    names: original === undefined || original === root ? use.path : [original, ...use.path],
    line: use.line,
    form: use.form,
    within: use.within,
    use,
    root,
  };
};
