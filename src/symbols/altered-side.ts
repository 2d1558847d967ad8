import type { Change } from "../model/change.ts";
import type { Definition, FileFacts } from "../model/code.ts";
import { alteredNames, moduleName } from "./altered.ts";

/** One source file that a side changed, before and after; null where it is not. */
export interface FileVersions {
  readonly change: Change;
  readonly before: FileFacts | null;
  readonly after: FileFacts | null;
}

/** What one side did to the code, as far as it may concern what others use. */
export interface Altered {
  /** See `alteredNames`. */
  readonly names: ReadonlySet<string>;
  /** Whether a module of that name, as an import writes it, may not be where it was. */
  mayHaveMoved(module: string): boolean;
  /** Definitions that were not in their file before and may be what this one, of the file now at `path`, has become. */
  successors(definition: Definition, path: string | null): readonly Successor[];
  /** What became of the file that is at this path in the base; undefined when the side did not change it. */
  find(origin: string): FileVersions | undefined;
}

export interface Successor {
  readonly path: string;
  readonly definition: Definition;
}

/** Who adds more than this is writing anew: then only what has the name or the very body, or else stands in the same file, is looked at. */
const mostSuccessors = 200;

export const alteredBy = (files: readonly FileVersions[]): Altered => {
  const names = new Set<string>();
  const moved = new Set<string>();
  const added: Successor[] = [];
  for (const { change, before, after } of files) {
    const { path, oldPath = path } = change;
    const left = change.newBlob === null || oldPath !== path;
    for (const name of alteredNames(oldPath, before, after)) names.add(name);
    if (left) for (const name of alteredNames(oldPath, before, null)) names.add(name);
    if (left) moved.add(moduleName(oldPath));
    const known = new Set(before?.definitions.map(({ name }) => name));
    for (const definition of after?.definitions ?? []) if (!known.has(definition.name)) added.push({ path, definition });
  }
  const byOrigin = new Map(files.map((file) => [file.change.oldPath ?? file.change.path, file]));
  const byHint = new Map<string, Successor[]>();
  for (const one of added)
    for (const hint of [`name ${one.definition.name}`, `body ${one.definition.body}`, `path ${one.path}`])
      byHint.set(hint, [...(byHint.get(hint) ?? []).slice(0, mostSuccessors), one]);
  const successors: Altered["successors"] = ({ name, body }, path) => {
    if (added.length <= mostSuccessors) return added;
    const sure = [...(byHint.get(`name ${name}`) ?? []), ...(byHint.get(`body ${body}`) ?? [])];
    return sure.length > 0 ? sure : (byHint.get(`path ${path}`) ?? []);
  };
  return { names, mayHaveMoved: (module) => moved.has(moduleName(module)), successors, find: (origin) => byOrigin.get(origin) };
};
