import type { Work } from "./patch.ts";

/** Offsets into the text of a file, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * All that is asked of a programming language here. Whoever implements it may share nothing with `src/symbols`: what it says is held against
 * what that says.
 */
export interface Language {
  readonly name: string;
  /** The source files of the repository by path; generated ones, declarations of types and what cannot be parsed are left out. */
  readonly files: ReadonlyMap<string, SourceText>;
  readonly subjects: readonly Subject[];
  /** Every import and re-export, with the file of the repository that it leads to. */
  readonly links: readonly Link[];
  /** Everywhere the definition is named, itself left out; imports of it and aliases are included, the uses of an alias are not. */
  referencesTo(subject: Subject, member?: Member): readonly Reference[];
  readonly pen: Pen;
  /** Operations whose harm its checker does not see: what they break is taken as made. */
  readonly blindTo: ReadonlySet<string>;
  /** What is wrong in some files of the tree that differs from the base by `work`, see `Problems`. */
  problemsIn(work: Work, paths: Iterable<string>): Promise<Problems>;
  close(): void;
}

/** How often a checker says each sentence. Places are not told, so that code may move. */
export type Problems = ReadonlyMap<string, number>;

export interface SourceText {
  readonly text: string;
  /** Where another import can be put. */
  readonly afterImports: number;
  readonly isTest: boolean;
}

export type SubjectKind = "function" | "class" | "interface" | "type" | "enum" | "variable";

/** A definition at the top of a module that somebody may refactor. */
export interface Subject {
  readonly path: string;
  readonly name: string;
  readonly kind: SubjectKind;
  readonly exported: boolean;
  readonly nameAt: Span;
  /** With the comment before it and the line feed after it. */
  readonly whole: Span;
  /** The word that exports it and the space behind that; null where the language has none. */
  readonly exportWord: Span | null;
  readonly typeParameters: number;
  readonly callable: Callable | null;
  readonly members: readonly Member[];
}

export interface Callable {
  readonly parameters: readonly Parameter[];
  /** Between the brackets. */
  readonly list: Span;
  /** Where its first statement can be put, and how far that is indented; null when its body is an expression. */
  readonly body: { readonly at: number; readonly indent: string } | null;
  /** Where `async` would be put; null when it is there already. */
  readonly asyncAt: number | null;
  /** Type that it says it returns. */
  readonly returns: (Span & { readonly type: string }) | null;
}

export interface Parameter {
  /** Null for a pattern. */
  readonly name: string | null;
  readonly whole: Span;
  readonly nameAt: Span;
  readonly type: string | null;
  readonly optional: boolean;
  readonly rest: boolean;
  /** Passed by name only. */
  readonly named: boolean;
}

export interface Member {
  readonly name: string;
  readonly nameAt: Span;
  readonly whole: Span;
  /** Used on the definition itself rather than on its values: an enum's case, a static member. */
  readonly isStatic: boolean;
}

/** One mention of a definition. */
export interface Reference {
  readonly path: string;
  readonly at: Span;
  /** `listed`: as a word in quotes that a module says it offers (`__all__`). */
  readonly role: "import" | "reexport" | "value" | "type" | "heritage" | "listed";
  /** `{ name }` in an object, which is key and value at once. */
  readonly isShorthand: boolean;
  /** When it is called directly. */
  readonly call: CallSite | null;
}

export interface CallSite {
  readonly whole: Span;
  /** Between the brackets. */
  readonly list: Span;
  readonly positional: readonly Span[];
  readonly named: readonly { readonly name: string; readonly nameAt: Span; readonly whole: Span }[];
  readonly spread: boolean;
  /** Stands where `await` may. */
  readonly mayAwait: boolean;
}

/** One statement (or call) that leads from a file to another one. */
export interface Link {
  readonly path: string;
  readonly statement: Span;
  /** The module as written, without quotes. */
  readonly specifier: Span;
  /** File of the repository; null when it leads out of it. */
  readonly target: string | null;
  /** `names`: some names; `namespace`: the module as a value; `all`: everything, under its own names; `dynamic`: in an expression. */
  readonly form: "names" | "namespace" | "all" | "dynamic";
  readonly isReexport: boolean;
  readonly names: readonly LinkedName[];
}

export interface LinkedName {
  readonly imported: string;
  readonly local: string;
  /** With its alias. */
  readonly whole: Span;
}

/** How things are written in a language. All lines end with a line feed. */
export interface Pen {
  /** The module in file `to`, as an import in file `from` names it; undefined when it cannot. */
  moduleName(from: string, to: string): string | undefined;
  importOf(module: string, name: string, options?: { readonly local?: string; readonly type?: boolean }): string;
  importModule(module: string, local: string): string;
  /** Passes a name on; undefined for everything. */
  reexport(module: string, name?: string): string;
  /** A definition called `label` that uses the subject, which is called `local` here. */
  use(subject: Subject, local: string, label: string, aspect: Aspect): string;
  /** A definition that imports the subject in its body. Undefined where the language or the subject does not allow it. */
  lateUse(subject: Subject, module: string, label: string, aspect: Aspect): string | undefined;
  /** A path for a new source file near another one, or a new test file. */
  newFile(near: string, stem: string): string;
  newTest(near: string, stem: string): string;
  comment(text: string): string;
  /** A definition with a local variable or parameter of that name, which it uses. */
  shadow(name: string, label: string): string;
  /** A function of that name that takes nothing, on offer to other modules; its module offers nothing else. */
  unrelated(name: string, exported: boolean): string;
  call(local: string, label: string): string;
  /** A type of one's own with a member of that name, and a use of it. Undefined where that says nothing. */
  unrelatedMember(member: string, label: string): string | undefined;
  /** Offers the subject, which is called `local` in its own file, under the name that it had. */
  alias(subject: Subject, local: string): string;
  /** Name of the file that a folder is asked for. */
  folderModule(ext: string): string;
  /** A name that means private. */
  privateName(name: string): string;
  requiredParameter(name: string): string;
  optionalParameter(name: string): string;
  sampleArgument: string;
  /** A local variable in place of a parameter that went. */
  vanished(parameter: Parameter, indent: string): string;
  /** A statement that changes nothing. */
  idle(indent: string): string;
  /** What stands in for a value that went. */
  nothing(role: "value" | "type"): string;
  promised(type: string): string | undefined;
  /** Arguments can be passed by name. */
  readonly takesNames: boolean;
}

/** What of a subject is used. */
export interface Aspect {
  readonly member?: Member;
  /** Its result, as something that is no promise. */
  readonly result?: boolean;
  /** Arguments by name, where the language has them. */
  readonly named?: boolean;
  readonly typeOnly?: boolean;
  readonly awaited?: boolean;
}
