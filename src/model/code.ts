import type { Oid } from "./ids.ts";

/**
 * What one source file defines, offers, takes from elsewhere and uses: a function of its bytes and its language alone, so that what is
 * remembered of a blob never goes stale. Lines count from 1.
 */
export interface FileFacts {
  /** In the order of the text. */
  readonly definitions: readonly Definition[];
  readonly imports: readonly Import[];
  readonly exports: readonly Export[];
  readonly uses: readonly Use[];
  readonly marks: readonly Mark[];
  /** The name the file gives to its own package, where the language has such a clause (Go, Java). */
  readonly package: string | null;
  /** Python's `__all__`: what `import *` takes; null where everything public is taken. */
  readonly starNames: readonly string[] | null;
  /** Line of the first piece of text that is not in the language; what stands around it is read all the same. Null when all of it is. */
  readonly syntaxError: number | null;
  /** Hash of all its tokens: of two versions that differ in comments and white space alone it is the same. */
  readonly tokens: string;
}

/** A file that should have been read for its symbols and was not. */
export interface Unread {
  /** As a sentence: "it is 3 MB long", "it was generated", … */
  readonly reason: string;
}

export type DefinitionKind =
  | "function"
  | "method"
  | "class"
  | "interface"
  | "struct"
  | "trait"
  | "enum"
  | "type"
  | "variable"
  /** A member that is not called: a property, an enum's case, a struct's field. */
  | "field"
  | "module";

export interface Definition {
  /** With what it is a member of: "load", "Store.load", "Color.Red". A default export without a name is "default". */
  readonly name: string;
  readonly kind: DefinitionKind;
  readonly line: number;
  readonly endLine: number;
  /** Who may use it by its own keywords: everybody, its package (Java's default, Rust's `pub(crate)`), or nobody outside of its file or class. */
  readonly visibility: "public" | "package" | "private";
  /** Null for what cannot be called. A class has that of its constructor, if it declares one. */
  readonly signature: Signature | null;
  /** Of a variable, field or parameter property: the name of its type, if it is a plain one. Of a class: null. */
  readonly type: string | null;
  /** Names of what it extends, implements or embeds, as written. */
  readonly supertypes: readonly string[];
  /** Hash of its own tokens: without comments, white space, and the definitions inside it. */
  readonly own: string;
  /** Hash of all its tokens with its own name left out: a renamed or moved definition keeps it. */
  readonly body: string;
  /** For likeness of bodies: see `symbols/likeness.ts`. Empty when there are too few tokens to tell. */
  readonly sketch: string;
}

export interface Signature {
  readonly parameters: readonly Parameter[];
  readonly async: boolean;
  /** Type parameters without a default. */
  readonly typeParameters: number;
  /** The returned type as far as it is a plain name, with `Promise<…>` and the like taken off; null when it is not said. */
  readonly returns: string | null;
}

export interface Parameter {
  /** Null for a pattern. */
  readonly name: string | null;
  /** Its type as written, white space taken out; null when it is not said. */
  readonly type: string | null;
  readonly optional: boolean;
  /** Takes any number of arguments: `...rest`, `*args`, `**kwargs` (then also `named`), Go's and Java's `T...`. */
  readonly rest: boolean;
  /** Can only be passed by name (Python, after `*`). */
  readonly named: boolean;
}

/** One statement that brings names in. An import of a name is itself a use of it. */
export interface Import {
  /** The module as written: "./store.js", "lodash/fp", "..models", "crate::store", "com.acme.store", "example.com/m/store". */
  readonly module: string;
  readonly line: number;
  /** `type`: gone at run time. `dynamic`: `import()`. */
  readonly form: "static" | "type" | "dynamic" | "require";
  /** Empty for an import that only runs the module. */
  readonly names: readonly ImportedName[];
}

export interface ImportedName {
  /** "default", "*" for the module as a whole, "**" for everything in it without a prefix (`from m import *`, `use m::*`, `import a.b.*`). */
  readonly imported: string;
  /** What it is called here; "" for "**", and for what is used on the spot: `require("m").load()`. */
  readonly local: string;
  readonly line: number;
}

/** What other modules can ask this one for. */
export interface Export {
  /** "default" for a default export; "*" for everything that `from` offers. */
  readonly name: string;
  /** Of a definition or an imported name of this file; null when it comes straight from another module. */
  readonly local: string | null;
  /** Module of a re-export as written, and what is taken from it: a name, "default", or "*" (as a namespace, or with name "*" everything). */
  readonly from: { readonly module: string; readonly imported: string } | null;
  readonly line: number;
}

/** A place where something is used that is not local to a function: an imported name, a definition of this file, or a name from elsewhere. */
export interface Use {
  /** Outermost first, at most three steps: `["store", "load"]` for `store.load(…)`; for a member of a value of a known type, the type: `["User", "email"]`. */
  readonly path: readonly string[];
  /**
   * The first step is the type of a value, or (`returned`) a function whose result the value is; the next one is a member of that value. Where that type
   * or function is a member itself, of a module or a class, it takes two steps: `["api", "makeUser", "email"]`.
   */
  readonly through: "name" | "value" | "returned";
  readonly line: number;
  readonly form: "call" | "new" | "type" | "element" | "value" | "extends";
  /** Of a call or `new`. */
  readonly call: Call | null;
  /** Name of the definition it stands in; null at the top. */
  readonly within: string | null;
}

export interface Call {
  /** Arguments by position. */
  readonly positional: number;
  /** Names of arguments passed by name. */
  readonly named: readonly string[];
  /** There are more arguments than can be counted: `...list`, `*args`, `**kwargs`. */
  readonly spread: boolean;
  /** `await`ed, or chained with `then`. */
  readonly awaited: boolean;
}

/** Something else that can be added twice: an HTTP route ("GET /users/:id") or the key of an environment variable that is read. */
export interface Mark {
  readonly kind: "route" | "env";
  readonly key: string;
  readonly line: number;
}

/** What one side did to a definition since the pair's base. */
export interface SymbolChange {
  readonly path: string;
  /** As in `Definition`. */
  readonly name: string;
  readonly kind: DefinitionKind;
  readonly change: "added" | "removed" | "changed";
  /** Whether other files can use it: before for what was removed, after for the rest. */
  readonly exported: boolean;
  /** In the side's version, or in the base's for what was removed. */
  readonly line: number;
  readonly endLine: number;
  /** Hash of its own tokens now; "" for what was removed. Two sides with one hash did the same. */
  readonly own: string;
}

/** What one side did to the code since the pair's base, as far as it was read. */
export interface SideCode {
  /** In order of path and line. */
  readonly symbols: readonly SymbolChange[];
  /** Files in which the side changed comments and white space alone. */
  readonly reformatted: readonly string[];
  /** Added in files that the side changed. */
  readonly marks: readonly (Mark & { readonly path: string })[];
}

/** Why uses that were right are wrong after the merge. */
export type BreakCause =
  | "removed"
  | "renamed"
  | "moved"
  | "made private"
  | "module moved"
  | "module deleted"
  | "signature changed"
  | "became async"
  /** It is where it was, and the module it was asked of does not pass it on any more. */
  | "not re-exported"
  /** It is where it was, and the file that uses it does not import it any more. */
  | "import removed";

/** Uses on one side that fit what the other side made of a definition no more: broken in the merge, and on neither side alone. */
export interface Break {
  /** Which side changed the definition; the other one uses it. */
  readonly by: "ours" | "theirs";
  readonly cause: BreakCause;
  /** As in `Definition`; "" for the module itself. */
  readonly symbol: string;
  readonly kind: DefinitionKind;
  /** Where it was defined. */
  readonly definer: { readonly path: string; readonly line: number };
  /** Where it, or what it became, is now; null when nothing like it was found. `likeness` is 1 for the very same body. */
  readonly became: { readonly path: string; readonly symbol: string; readonly line: number; readonly likeness: number } | null;
  /** What exactly does not fit, as the end of a sentence: "it takes 2 arguments now, not 1". */
  readonly detail: string;
  /** In order of path and line. */
  readonly uses: readonly BrokenUse[];
}

export interface BrokenUse {
  readonly path: string;
  /** In the using side's version. */
  readonly line: number;
  readonly form: Use["form"] | "import";
  readonly within: string | null;
}

/** What the code of a pair says beyond its lines. */
export interface PairCode {
  readonly ours: SideCode;
  readonly theirs: SideCode;
  readonly breaks: readonly Break[];
  /** Of the names and keys that both sides add, those that stand somewhere in the base already: adding them once more is no coincidence. */
  readonly known: ReadonlySet<string>;
  /** Contents of those files whose text tells more than their lines (manifests, migrations, …), by blob id: see `textsWanted`. */
  readonly texts: ReadonlyMap<Oid, string>;
  /** Texts of the base by path: settings that count even when neither side changed them, see `filesWanted`. */
  readonly config: ReadonlyMap<string, string>;
}
