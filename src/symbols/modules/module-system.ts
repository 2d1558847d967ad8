import type { Definition, FileFacts, Import } from "../../model/code.ts";
import type { CodeTree } from "../code-tree.ts";

/** What the name of a module leads to in one version of the code. */
export type Module =
  | ({ readonly kind: "files" } & ModuleFiles)
  /** It names something of this repository that is not there. `tried` is where it could have been, likeliest first. */
  | { readonly kind: "missing"; readonly tried: readonly string[] }
  /** A dependency, a built-in, a file that is no code, or an alias that nobody explains. */
  | { readonly kind: "external" }
  | { readonly kind: "unknown"; readonly reason: string };

/** What a module is made of. */
export interface ModuleFiles {
  /** One, except for packages that are made of many files (Go, Java). None for a folder that is a module by itself (Python). */
  readonly files: readonly string[];
  /** Where submodules are looked for; null where a module has none. */
  readonly folder: string | null;
}

/** What a name leads to in one version of the code. Only what is sure is called `missing` or `hidden`. */
export type Found =
  | { readonly kind: "definition"; readonly path: string; readonly definition: Definition }
  | ({ readonly kind: "module" } & ModuleFiles)
  /** It is defined there, and may not be used from here. */
  | { readonly kind: "hidden"; readonly path: string; readonly definition: Definition }
  /** Nothing of the name is in `path`; or that module itself is not there. */
  | { readonly kind: "missing"; readonly path: string }
  /** The file neither defines nor imports the name: it is a global, or nothing. */
  | { readonly kind: "unbound" }
  | { readonly kind: "external" }
  /**
   * `inherited`: only a type that it inherits from and that nobody can read keeps a member from being missing. `marred`: only that this file does not
   * parse somewhere.
   */
  | { readonly kind: "unknown"; readonly reason: string; readonly inherited?: boolean; readonly marred?: string };

/** How one language ties names to modules, in one version of the code. What it read of manifests it remembers. */
export interface ModuleSystem {
  /** What the name of a module leads to, in a file. */
  modulesOf(from: string, module: string): Promise<Module>;

  /** What an import brings in; `imported` as in `ImportedName`, null when only the module is asked for. */
  resolveImport(from: string, statement: ImportStatement, imported: string | null): Promise<Found>;

  /** What a module offers under a name: to the file `from`, or to anybody when it is null. */
  findExport(
    module: { readonly files: readonly string[]; readonly folder: string | null },
    name: string,
    from: string | null,
  ): Promise<Found>;

  /** What a name means where it stands in a file: a definition, an import, or what the language brings in without saying so. */
  findName(from: string, facts: FileFacts, name: string, place: Place): Promise<Found>;

  /** What a type has under a name that stands neither in its own file nor in its supertypes; undefined when there is no such place. */
  findFurtherMember(owner: Owned, member: string, from: string): Promise<Found | undefined>;

  /** Whether a type could have a member that neither its own file (of that text) nor its supertypes show. */
  mayHaveMore(asked: Asked, text: string): boolean;

  /** Whether a member may be used in a file, found by way of what it is a member of. */
  isVisible(definition: Definition, path: string, from: string): boolean;
}

export type ImportStatement = Pick<Import, "module" | "line">;

/** Where in a file a name is used. */
export interface Place {
  readonly line: number;
  /** Name of the definition around it. */
  readonly within: string | null;
  /** It says what type something has. */
  readonly type: boolean;
}

/** A definition and the file it stands in. */
export interface Owned {
  readonly path: string;
  readonly definition: Definition;
}

/** A type that neither has a member nor gets it from another one, as far as that can be read. */
export interface Asked extends Owned {
  readonly member: string;
  /** Asked of the class itself, as a value, and not of one of its kind. */
  readonly itself: boolean;
}

/** What module systems share: the code, and the way on into other files. */
export interface Linker {
  readonly tree: CodeTree;
  /** A member of a type, a module or a value. */
  findMember(owner: Owned, member: string, from: string): Promise<Found>;
}
