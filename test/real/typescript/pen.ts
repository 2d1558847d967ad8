import path from "node:path";
import type { Aspect, Link, Parameter, Pen, SourceText, Subject } from "../language.ts";

/** Writes TypeScript the way the repository does: what its relative imports end with, and what its tests are called. */
export const penFor = (files: ReadonlyMap<string, SourceText>, links: readonly Link[]): Pen => {
  const ending = commonEnding(files, links);
  const suffix = [...files.keys()].some((file) => /\.spec\.tsx?$/.test(file)) ? "spec" : "test";
  return {
    moduleName(from, to) {
      const relative = path.posix.relative(path.posix.dirname(from), to);
      const stem = relative.replace(/\.(?:[cm]?tsx?)$/, "");
      return `${stem.startsWith(".") ? "" : "./"}${stem}${ending}`;
    },
    importOf: (module, name, { local = name, type = false } = {}) =>
      `import ${type ? "type " : ""}{ ${name === local ? name : `${name} as ${local}`} } from "${module}";\n`,
    importModule: (module, local) => `import * as ${local} from "${module}";\n`,
    reexport: (module, name) => `export ${name === undefined ? "*" : `{ ${name} }`} from "${module}";\n`,
    use: (subject, local, label, aspect) => useOf(subject, local, label, aspect),
    lateUse(subject, module, label, aspect) {
      if (aspect.member || aspect.typeOnly || subject.kind === "interface" || subject.kind === "type") return;
      const value = `${aspect.awaited ? "await " : ""}${valueOf(subject, `loaded.${subject.name}`)}`;
      return `export const ${label} = async (): Promise<unknown> => {\n  const loaded = await import("${module}");\n  ${resultLine(subject, value, aspect)}\n};\n`;
    },
    newFile: (near, stem) => path.posix.join(path.posix.dirname(near), `${stem}.ts`),
    newTest: (near, stem) => path.posix.join(path.posix.dirname(near), `${stem}.${suffix}.ts`),
    comment: (text) => `// ${text}\n`,
    shadow: (name, label) =>
      `export const ${label} = (${name}: readonly string[]): number => {\n  const total = ${name}.length;\n  return total + ${name}.filter((one) => one !== "").length;\n};\n`,
    unrelated: (name, exported) => `${exported ? "export " : ""}function ${name}(): string {\n  return "";\n}\n`,
    call: (local, label) => `export const ${label} = (): unknown => ${local}();\n`,
    unrelatedMember: (member, label) =>
      `interface ${capital(label)}Source {\n  ${member}: string;\n}\n\nexport const ${label} = (source: ${capital(label)}Source): string => source.${member};\n`,
    alias: ({ name, kind }, local) =>
      `export ${kind === "interface" || kind === "type" ? "type " : ""}{ ${local === name ? name : `${local} as ${name}`} };\n`,
    folderModule: (ext) => `index${ext}`,
    privateName: (name) => name,
    requiredParameter: (name) => `${name}: string`,
    optionalParameter: (name) => `${name}?: string`,
    sampleArgument: `"strict"`,
    vanished: ({ name, type }, indent) => `\n${indent}const ${name}: ${type ?? "any"} = undefined as never;`,
    idle: (indent) => `\n${indent}void 0;`,
    nothing: (role) => (role === "type" ? "any" : "(undefined as any)"),
    promised: (type) => (/^(?:string|boolean|number)(?:\[\])?$/.test(type) ? `Promise<${type}>` : undefined),
    takesNames: false,
  };
};

/** What most relative imports put behind the stem of a file that exists: nothing, ".js", ".ts", … */
const commonEnding = (files: ReadonlyMap<string, SourceText>, links: readonly Link[]): string => {
  const counts = new Map<string, number>();
  for (const { path: file, specifier, target } of links) {
    const written = files.get(file)?.text.slice(specifier.start, specifier.end) ?? "";
    if (target === null || !written.startsWith(".")) continue;
    const [ending = ""] = /\.(?:[cm]?[jt]sx?)$/.exec(written) ?? [];
    counts.set(ending, (counts.get(ending) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? "";
};

const useOf = (subject: Subject, local: string, label: string, aspect: Aspect): string => {
  const { kind, typeParameters } = subject;
  const type = typeParameters > 0 ? `${local}<${Array.from({ length: typeParameters }, () => "any").join(", ")}>` : local;
  if (aspect.member?.isStatic) return `export const ${label} = (): unknown => ${local}.${aspect.member.name};\n`;
  if (aspect.member) return `export const ${label} = (source: ${type}): unknown => source.${aspect.member.name};\n`;
  if (kind === "interface" || kind === "type" || (aspect.typeOnly && kind !== "function" && kind !== "variable"))
    return `export const ${label} = (value: ${type}): ${type} => value;\n`;
  if (aspect.awaited) return `export const ${label} = async (): Promise<unknown> => await ${valueOf(subject, local)};\n`;
  return `export const ${label} = (): unknown => {\n  ${resultLine(subject, valueOf(subject, local), aspect)}\n};\n`;
};

const valueOf = ({ kind, callable }: Subject, local: string): string => {
  if (kind === "class") return `Reflect.ownKeys(${local})`;
  if (!callable) return local;
  return `${local}(${callable.parameters
    .filter((parameter) => !parameter.optional && !parameter.rest)
    .map(argumentFor)
    .join(", ")})`;
};

const argumentFor = ({ type }: Parameter): string => samples[type ?? ""] ?? "undefined as never";

const samples: Readonly<Record<string, string>> = { string: `"sample"`, number: "1", boolean: "true", "string[]": `["sample"]` };

/** Someone who needs what a function returns says so; a promise of it would not do. */
const resultLine = ({ callable }: Subject, value: string, aspect: Aspect): string =>
  aspect.result && callable?.returns ? `const result: ${callable.returns.type} = ${value};\n  return result;` : `return ${value};`;

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
