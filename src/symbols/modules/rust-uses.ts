import type { Definition, FileFacts } from "../../model/code.ts";
import { isWithin } from "../../base/paths.ts";
import { modulesFolder } from "./rust-crates.ts";

/** One name that a module brings in, or with "**" all names of another one. */
export interface Way {
  readonly module: string;
  readonly imported: string;
  readonly local: string;
  readonly line: number;
}

/** What `use` and `pub use` bring in; of stars, for those outside, only the latter's. */
export const waysInto = ({ imports, exports }: FileFacts, inside: boolean): Way[] => {
  const taken = imports.flatMap(({ module, names }) => names.map((name) => ({ module, ...name })));
  const passed = exports.flatMap(({ name, from, line }) =>
    from ? [{ module: from.module, imported: name === "*" ? "**" : from.imported, local: name, line }] : [],
  );
  return [...taken.filter(({ imported }) => inside || imported !== "**"), ...passed];
};

/** A private item is for its module and those inside; one of the crate for all of it. */
export const isOffered = ({ visibility, name }: Definition, path: string, from: string): boolean => {
  if (visibility === "public" || path === from || name.includes(".")) return true;
  if (visibility === "private") return isWithin(from, modulesFolder(path, false));
  const [here, there] = [sourcesOf(path), sourcesOf(from)];
  return here === undefined || there === undefined || here === there;
};

/** The folder of sources that a file is in: what stands in another one is in another crate. Undefined where a crate has its files in unusual places. */
const sourcesOf = (path: string): string | undefined => /^(?:.*?\/)?(?:src|tests|examples|benches)\//.exec(path)?.[0];
