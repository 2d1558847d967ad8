import type { Link, Subject } from "../language.ts";
import { type Patch, Unfit } from "../patch.ts";
import { freshName, mentions, requireFile, requireReferences, type Stage } from "../stage.ts";
import { requireModule } from "../uses/label.ts";
import { dropNames } from "./drop-name.ts";
import type { Operation } from "./operation.ts";

/** It goes to a module of its own beside the old one; whoever imports or passes it on takes it from there. */
export const move: Operation = {
  name: "move to another module",
  breaks: new Set([
    ...(["new file", "existing file", "namespace import", "aliased import", "type-only import"] as const),
    ...(["new test file", "existing test file", "late import", "re-export"] as const),
  ]),
  spares: new Set(["through a barrel", "in a file that imports it already"]),

  apply(subject, stage, patch) {
    const target = moveOut(subject, stage, patch);
    const { pen } = stage.language;
    for (const link of stage.linksTo(subject.path)) {
      const module = requireModule(stage, link.path, target);
      if (link.form === "all") {
        if (!link.isReexport) throw new Unfit("it is imported with everything else");
        patch.insert(link.path, link.statement.start, pen.reexport(module));
        continue;
      }
      const taken = link.names.find(({ imported }) => imported === subject.name);
      if (!taken) continue;
      dropNames(link, new Set([subject.name]), stage, patch);
      const type = typeOnly(link, stage);
      const line = link.isReexport
        ? reexportAs(pen.reexport(module, taken.imported), taken)
        : pen.importOf(module, taken.imported, { local: taken.local, type });
      patch.insert(link.path, link.statement.start, line);
    }
    return { aspect: {} };
  },
};

/** It goes, and the old module still passes it on: nobody needs to know. */
export const moveWithReexport: Operation = {
  name: "move, re-exported from the old place",
  breaks: new Set(),
  spares: new Set([
    ...(["new file", "existing file", "through a barrel", "namespace import", "aliased import", "type-only import"] as const),
    ...(["new test file", "existing test file", "in a file that imports it already", "late import", "re-export"] as const),
  ]),

  apply(subject, stage, patch) {
    const target = moveOut(subject, stage, patch);
    const { afterImports } = requireFile(stage, subject.path);
    patch.insert(subject.path, afterImports, stage.language.pen.reexport(requireModule(stage, subject.path, target), subject.name));
    return { aspect: {} };
  },
};

/** Cuts the definition out into a new file, with the imports it needs in both places; that file's path. */
const moveOut = (subject: Subject, stage: Stage, patch: Patch): string => {
  const { pen, files, subjects } = stage.language;
  if (!subject.exported) throw new Unfit("it is private");
  const references = requireReferences(stage, subject);
  if (references.some(({ path, role }) => (role === "reexport" || role === "listed") && path === subject.path))
    throw new Unfit("its own file exports it twice");
  const old = requireFile(stage, subject.path);
  const text = old.text.slice(subject.whole.start, subject.whole.end);
  const target = pen.newFile(subject.path, freshName(stage, `${subject.name.toLowerCase().replace(/\W/g, "")}_home`));
  const moved = { text, afterImports: 0, isTest: false };
  const lines: string[] = [];
  for (const link of stage.linksOf(subject.path)) {
    const needed = link.names.filter(({ local }) => mentions(moved, local));
    if (link.form === "namespace" || (link.names.length === 0 && link.form === "names")) {
      // A module as a whole, or a default: its statement is good in the same folder as it stands.
      if (namesBound(old.text.slice(link.statement.start, link.specifier.start)).some((name) => mentions(moved, name)))
        lines.push(`${old.text.slice(link.statement.start, link.statement.end)}\n`);
    }
    const module = old.text.slice(link.specifier.start, link.specifier.end);
    for (const { imported, local } of link.isReexport ? [] : needed)
      lines.push(pen.importOf(module, imported, { local, type: typeOnly(link, stage) }));
  }
  for (const neighbour of subjects) {
    if (neighbour.path !== subject.path || neighbour === subject || !mentions(moved, neighbour.name)) continue;
    if (!neighbour.exported) throw new Unfit("it needs something private of its module");
    lines.push(pen.importOf(requireModule(stage, target, subject.path), neighbour.name));
  }
  if (files.has(target)) throw new Unfit("the new file is there already");
  patch.create(target, `${lines.join("")}${lines.length > 0 ? "\n" : ""}${text}`);
  patch.replace(subject.path, subject.whole, "");
  if (references.some(({ path }) => path === subject.path))
    patch.insert(subject.path, old.afterImports, pen.importOf(requireModule(stage, subject.path, target), subject.name));
  return target;
};

const typeOnly = ({ path, statement }: Link, stage: Stage): boolean =>
  /^(?:import|export)\s+type\b/.test(requireFile(stage, path).text.slice(statement.start));

const reexportAs = (line: string, { imported, local }: Link["names"][number]): string =>
  imported === local ? line : line.replace(imported, `${imported} as ${local}`);

/** Names that the head of an import statement binds, keywords included: they are no names of anything. */
const namesBound = (head: string): string[] => head.match(/[A-Za-z_$][\w$]*/g)?.filter((word) => !keywords.has(word)) ?? [];

const keywords: ReadonlySet<string> = new Set(["import", "from", "as", "type", "export", "default"]);
