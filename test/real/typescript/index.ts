import type { Language, Link, Member, Problems, Reference, SourceText, Subject } from "../language.ts";
import type { Work } from "../patch.ts";
import { type Compiler, openCompiler } from "./compiler.ts";
import { linksOf } from "./links.ts";
import { penFor } from "./pen.ts";
import { referencesAt } from "./references.ts";
import { subjectsOf } from "./subjects.ts";

/** TypeScript as its own compiler sees it. `dir` is a checked-out tree that the compiler may write to. */
export const openTypeScript = (dir: string): Language => {
  const compiler = openCompiler(dir);
  const files = new Map<string, SourceText>();
  const subjects: Subject[] = [];
  const links: Link[] = [];
  for (const path of compiler.files) {
    const source = compiler.source(path);
    if (!source || compiler.project().program.getSyntacticDiagnostics(compiler.absolute(path)).length > 0) continue;
    const own = linksOf(path, source, compiler);
    const last = own.filter(({ isReexport, form }) => !isReexport && form !== "dynamic").at(-1);
    const isTest = /(?:^|\/)(?:__tests__|tests?|specs?)\/|\.(?:test|spec)\.[cm]?tsx?$/.test(path);
    files.set(path, { text: source.text, afterImports: last ? lineEnd(source.text, last.statement.end) : 0, isTest });
    links.push(...own);
    if (!isTest) subjects.push(...subjectsOf(path, source));
  }
  return {
    name: "TypeScript",
    files,
    subjects,
    links,
    referencesTo: (subject, member) => referencesTo(subject, member, compiler),
    pen: penFor(files, links),
    blindTo: new Set(),
    problemsIn: (work, paths) => Promise.resolve(problemsIn(work, paths, compiler)),
    close: () => compiler.close(),
  };
};

const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
};

const referencesTo = (subject: Subject, member: Member | undefined, compiler: Compiler): readonly Reference[] => {
  compiler.become(new Map());
  return referencesAt(subject.path, member?.nameAt ?? subject.nameAt, compiler);
};

const problemsIn = (work: Work, paths: Iterable<string>, compiler: Compiler): Problems => {
  compiler.become(work);
  const { program } = compiler.project();
  const found = new Map<string, number>();
  for (const path of paths) {
    const file = compiler.absolute(path);
    if (!program.getSourceFile(file)) continue;
    for (const { code, text } of [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]) {
      if (isOfPackage(code, text)) continue;
      const problem = `TS${code} ${text}`;
      found.set(problem, (found.get(problem) ?? 0) + 1);
    }
  }
  return found;
};

/** "Cannot find module 'x'" for something that is not of the repository: it is not installed here. */
const isOfPackage = (code: number, text: string): boolean => (code === 2307 || code === 7016) && !/'\.{1,2}[/']/.test(text);
