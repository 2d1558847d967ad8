import type { Subject } from "./language.ts";
import { compatible } from "./operations/compatible.ts";
import { operations } from "./operations/index.ts";
import type { Done, Operation } from "./operations/operation.ts";
import { rename } from "./operations/rename.ts";
import { makePrivate, remove } from "./operations/removal.ts";
import { type Patch, Unfit } from "./patch.ts";
import { freshName, mentions, requireFile, requireReferences, type Stage } from "./stage.ts";
import { uses } from "./uses/index.ts";
import { labelFor, requireModule } from "./uses/label.ts";
import { useForms } from "./uses/use.ts";

/** Two sides that look as if they were at odds and are not. Throws (unfit) when the subject does not lend itself to it. */
export interface Temptation {
  readonly name: string;
  apply(subject: Subject, stage: Stage, ours: Patch, theirs: Patch): { readonly operation: string } & Partial<Done>;
  /** Which subjects; the exported ones unless said otherwise. */
  readonly wants?: (subject: Subject) => boolean;
  /** What one side breaks is broken without the other one as well. */
  readonly ownBugs?: boolean;
}

const breakIt = (subject: Subject, stage: Stage, ours: Patch, among: readonly Operation[] = atHome): { operation: string } & Done => {
  const operation = stage.random.pick(among);
  return { operation: operation.name, ...operation.apply(subject, stage, ours) };
};

/** What leaves the rest of the module where it is. */
const atHome = operations.filter(({ name }) => !name.startsWith("module"));

const newFile = (subject: Subject, stage: Stage): string =>
  stage.language.pen.newFile(subject.path, freshName(stage, `${stemOf(subject)}_notes`));

const stemOf = ({ name }: Subject): string => name.toLowerCase().replace(/\W/g, "");

export const temptations: readonly Temptation[] = [
  {
    name: "same name from another module of the repository",
    apply(subject, stage, ours, theirs) {
      const twins = stage.language.subjects.filter((one) => one.name === subject.name && one.path !== subject.path && one.exported);
      const done = breakIt(subject, stage, ours);
      const twin = twins.length > 0 ? stage.random.pick(twins) : undefined;
      if (twin) uses["new file"](twin, {}, stage, theirs);
      else {
        const { pen } = stage.language;
        const [home, user] = [newFile(subject, stage), pen.newFile(subject.path, freshName(stage, `${stemOf(subject)}_reader`))];
        theirs.create(home, pen.unrelated(subject.name, true));
        theirs.create(
          user,
          `${pen.importOf(requireModule(stage, user, home), subject.name)}\n${pen.call(subject.name, labelFor(stage, subject))}`,
        );
      }
      return done;
    },
  },
  {
    name: "same name from a package",
    apply(subject, stage, ours, theirs) {
      const { pen } = stage.language;
      const done = breakIt(subject, stage, ours);
      theirs.create(
        newFile(subject, stage),
        `${pen.importOf("acme_toolkit", subject.name)}\n${pen.call(subject.name, labelFor(stage, subject))}`,
      );
      return done;
    },
  },
  {
    name: "the name only in comments and strings",
    apply(subject, stage, ours, theirs) {
      const { pen } = stage.language;
      const done = breakIt(subject, stage, ours);
      const text = `${pen.comment(`See ${subject.name} for how this is done elsewhere: ${subject.name}(…) comes from ${subject.path}.`)}${pen.unrelated(labelFor(stage, subject), true).replace('""', JSON.stringify(`${subject.name} of ${subject.path}`))}`;
      theirs.create(newFile(subject, stage), text);
      return done;
    },
  },
  {
    name: "a local variable of that name",
    apply(subject, stage, ours, theirs) {
      const done = breakIt(subject, stage, ours);
      const text = stage.language.pen.shadow(subject.name, labelFor(stage, subject));
      // Where the name is known, a shadow is most tempting.
      const [user] = stage.linksTo(subject.path).filter(({ names }) => names.some(({ local }) => local === subject.name));
      if (user && stage.random.below(2) === 0) theirs.append(user.path, text);
      else theirs.create(newFile(subject, stage), text);
      return done;
    },
  },
  {
    name: "another export of the same module",
    apply(subject, stage, ours, theirs) {
      const others = stage.language.subjects.filter((one) => one.path === subject.path && one !== subject && one.exported);
      if (others.length === 0) throw new Unfit("its module offers nothing else");
      const done = breakIt(subject, stage, ours);
      uses[stage.random.pick(["new file", "namespace import", "aliased import", "new test file"] as const)](
        stage.random.pick(others),
        {},
        stage,
        theirs,
      );
      return done;
    },
  },
  {
    name: "a member of that name of something else",
    wants: ({ exported, members }) => exported && members.length > 0,
    apply(subject, stage, ours, theirs) {
      const done = breakIt(
        subject,
        stage,
        ours,
        operations.filter(({ name }) => name.startsWith("member")),
      );
      const member = done.aspect.member?.name ?? "";
      const text = stage.language.pen.unrelatedMember(member, labelFor(stage, subject));
      if (text === undefined) throw new Unfit("members have no types");
      theirs.create(newFile(subject, stage), text);
      return done;
    },
  },
  ...compatible.map((operation): Temptation => ({
    name: operation.name,
    apply(subject, stage, ours, theirs) {
      const done = operation.apply(subject, stage, ours);
      uses[stage.random.pick(useForms)](subject, done.aspect, stage, theirs);
      return { operation: operation.name, ...done };
    },
  })),
  {
    name: "type-only use, the runtime part changed",
    wants: ({ exported, kind }) => exported && (kind === "class" || kind === "enum" || kind === "interface"),
    apply(subject, stage, ours, theirs) {
      const bodies = stage.language.pen.unrelated(freshName(stage, `${subject.name}Tools`, subject.path), true);
      ours.append(subject.path, bodies);
      uses["type-only import"](subject, {}, stage, theirs);
      return { operation: "runtime part added" };
    },
  },
  {
    name: "both sides make the same rename",
    apply(subject, stage, ours, theirs) {
      const done = rename.apply(subject, stage, ours);
      rename.apply(subject, stage, theirs);
      const renamed = { ...subject, name: done.newName ?? "" };
      uses["new file"](renamed, {}, stage, theirs);
      return { operation: rename.name, ...done };
    },
  },
  {
    name: "the use says the new name already",
    ownBugs: true,
    apply(subject, stage, ours, theirs) {
      const done = rename.apply(subject, stage, ours);
      uses["new file"]({ ...subject, name: done.newName ?? "" }, {}, stage, theirs);
      return { operation: rename.name, ...done };
    },
  },
  {
    name: "a caller was forgotten, and the other side edits around it",
    ownBugs: true,
    apply(subject, stage, ours, theirs) {
      const users = requireReferences(stage, subject).filter(({ path, role }) => path !== subject.path && role === "value");
      const [user] = users;
      if (!user) throw new Unfit("nobody uses it");
      const file = requireFile(stage, user.path);
      ours.replace(subject.path, subject.nameAt, freshName(stage, `${subject.name}Renewed`, subject.path));
      const line = file.text.lastIndexOf("\n", user.at.start) + 1;
      // A line above, and the line itself with more white space: a use that was there before is not new because its line is.
      const indent = /^[^\S\n]*/.exec(file.text.slice(line))?.[0] ?? "";
      const end = file.text.indexOf("\n", user.at.end);
      theirs.insert(user.path, file.afterImports, `\n${stage.language.pen.comment("Kept short on purpose.")}`);
      if (indent !== "" && end > 0 && !/[`'"]/.test(file.text.slice(line, end))) theirs.insert(user.path, end, "  ");
      return { operation: "rename without callers", aspect: {} };
    },
  },
  {
    name: "a file that uses it is only re-formatted",
    apply(subject, stage, ours, theirs) {
      const user = requireReferences(stage, subject).find(({ path, role }) => path !== subject.path && role === "value");
      if (!user) throw new Unfit("nobody uses it");
      const { text } = requireFile(stage, user.path);
      const done = breakIt(subject, stage, ours);
      // Wherever two lines are empty and far from what ours must touch, a third one does not matter.
      const gaps = [...text.matchAll(/\n\n/g)].map(({ index }) => index).filter((at) => Math.abs(at - user.at.start) > 300);
      if (gaps.length === 0) throw new Unfit("there is no room for that");
      for (const at of gaps.slice(-3)) theirs.insert(user.path, at, "\n");
      return done;
    },
  },
  {
    name: "a private definition of that name, elsewhere",
    wants: ({ exported }) => !exported,
    apply(subject, stage, ours, theirs) {
      const { pen, subjects } = stage.language;
      const operation = stage.random.pick([rename, remove]);
      const done = operation.apply(subject, stage, ours);
      const twin = subjects.find((one) => one.name === subject.name && one.exported);
      const user = pen.newFile(subject.path, freshName(stage, `${stemOf(subject)}_reader`));
      if (twin) uses["new file"](twin, {}, stage, theirs);
      else {
        const home = newFile(subject, stage);
        theirs.create(home, pen.unrelated(subject.name, true));
        theirs.create(
          user,
          `${pen.importOf(requireModule(stage, user, home), subject.name)}\n${pen.call(subject.name, labelFor(stage, subject))}`,
        );
      }
      return { operation: operation.name, ...done };
    },
  },
  {
    name: "made private, used in its own file",
    apply(subject, stage, ours, theirs) {
      if (stage.language.pen.privateName(subject.name) !== subject.name) throw new Unfit("what is private has another name");
      const done = makePrivate.apply(subject, stage, ours);
      if (!mentions(requireFile(stage, subject.path), subject.name)) throw new Unfit("its name is gone");
      uses["in the defining file"](subject, {}, stage, theirs);
      return { operation: makePrivate.name, ...done };
    },
  },
];
