import type { Aspect, Subject } from "../language.ts";
import { type Patch, Unfit } from "../patch.ts";
import { barrelsOf, freshName, mentions, requireFile, type Stage } from "../stage.ts";
import { labelFor, requireModule } from "./label.ts";
import type { AddUse, UseForm } from "./use.ts";

export const uses: Readonly<Record<UseForm, AddUse>> = {
  "new file": (subject, aspect, stage, patch) => {
    const path = stage.language.pen.newFile(subject.path, freshStem(stage, subject));
    patch.create(path, importAndUse(path, subject.path, subject, aspect, stage));
  },

  "existing file": (subject, aspect, stage, patch) => {
    addToFile(pickStranger(stage, subject, false), subject, aspect, stage, patch);
  },

  "through a barrel": (subject, aspect, stage, patch) => {
    const barrels = barrelsOf(stage, subject);
    if (barrels.length === 0) throw new Unfit("no barrel passes it on");
    const barrel = stage.random.pick(barrels);
    const path = stage.language.pen.newFile(subject.path, freshStem(stage, subject));
    patch.create(path, importAndUse(path, barrel, subject, aspect, stage));
  },

  "namespace import": (subject, aspect, stage, patch) => {
    const { pen } = stage.language;
    const path = pen.newFile(subject.path, freshStem(stage, subject));
    const module = requireModule(stage, path, subject.path);
    patch.create(
      path,
      `${pen.importModule(module, "source")}\n${pen.use(subject, `source.${subject.name}`, labelFor(stage, subject), aspect)}`,
    );
  },

  "aliased import": (subject, aspect, stage, patch) => {
    const { pen } = stage.language;
    const path = pen.newFile(subject.path, freshStem(stage, subject));
    const local = subject.kind === "function" || subject.kind === "variable" ? "original" : "Original";
    const line = pen.importOf(requireModule(stage, path, subject.path), subject.name, { local });
    patch.create(path, `${line}\n${pen.use(subject, local, labelFor(stage, subject), aspect)}`);
  },

  "type-only import": (subject, aspect, stage, patch) => {
    if (subject.kind === "function" || subject.kind === "variable") throw new Unfit("it is no type");
    if (aspect.member?.isStatic) throw new Unfit("the member is no part of the type");
    const { pen } = stage.language;
    const path = pen.newFile(subject.path, freshStem(stage, subject));
    const line = pen.importOf(requireModule(stage, path, subject.path), subject.name, { type: true });
    patch.create(path, `${line}\n${pen.use(subject, subject.name, labelFor(stage, subject), { ...aspect, typeOnly: true })}`);
  },

  "new test file": (subject, aspect, stage, patch) => {
    const tests = [...stage.language.files].filter(([, { isTest }]) => isTest).map(([path]) => path);
    if (tests.length === 0) throw new Unfit("there are no tests");
    const path = stage.language.pen.newTest(stage.random.pick(tests), freshStem(stage, subject));
    patch.create(path, importAndUse(path, subject.path, subject, aspect, stage));
  },

  "existing test file": (subject, aspect, stage, patch) => {
    addToFile(pickStranger(stage, subject, true), subject, aspect, stage, patch);
  },

  "in the defining file": (subject, aspect, stage, patch) => {
    requireFile(stage, subject.path);
    patch.append(subject.path, stage.language.pen.use(subject, subject.name, labelFor(stage, subject), aspect));
  },

  "in a file that imports it already": (subject, aspect, stage, patch) => {
    const users = stage
      .linksTo(subject.path)
      .filter(
        ({ isReexport, names }) => !isReexport && names.some(({ imported, local }) => imported === subject.name && local === imported),
      )
      .map(({ path }) => path);
    if (users.length === 0) throw new Unfit("nobody imports it");
    patch.append(stage.random.pick(users), stage.language.pen.use(subject, subject.name, labelFor(stage, subject), aspect));
  },

  "late import": (subject, aspect, stage, patch) => {
    const { pen } = stage.language;
    const path = pen.newFile(subject.path, freshStem(stage, subject));
    const text = pen.lateUse(subject, requireModule(stage, path, subject.path), labelFor(stage, subject), aspect);
    if (text === undefined) throw new Unfit("it cannot be imported late");
    patch.create(path, text);
  },

  "re-export": (subject, _aspect, stage, patch) => {
    const { pen } = stage.language;
    const path = pen.newFile(subject.path, freshStem(stage, subject));
    patch.create(path, pen.reexport(requireModule(stage, path, subject.path), subject.name));
  },
};

const importAndUse = (path: string, from: string, subject: Subject, aspect: Aspect, stage: Stage): string => {
  const { pen } = stage.language;
  const line = pen.importOf(requireModule(stage, path, from), subject.name);
  return `${line}\n${pen.use(subject, subject.name, labelFor(stage, subject), aspect)}`;
};

const addToFile = (path: string, subject: Subject, aspect: Aspect, stage: Stage, patch: Patch): void => {
  const { pen } = stage.language;
  patch.insert(path, requireFile(stage, path).afterImports, pen.importOf(requireModule(stage, path, subject.path), subject.name));
  patch.append(path, pen.use(subject, subject.name, labelFor(stage, subject), aspect));
};

/** A file that has nothing to do with the subject so far. */
const pickStranger = (stage: Stage, subject: Subject, isTest: boolean): string => {
  const found = [...stage.language.files].filter(
    ([path, file]) => path !== subject.path && file.isTest === isTest && file.afterImports > 0 && !mentions(file, subject.name),
  );
  if (found.length === 0) throw new Unfit("there is no such file");
  return stage.random.pick(found)[0];
};

const freshStem = (stage: Stage, subject: Subject): string =>
  `${freshName(stage, `${subject.name.toLowerCase().replace(/\W/g, "")}_report`)}`;
