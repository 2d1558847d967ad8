import path from "node:path";
import { Unfit } from "../patch.ts";
import { freshName, mentions, requireFile, requireReferences } from "../stage.ts";
import { requireModule } from "../uses/label.ts";
import { type UseForm, useForms } from "../uses/use.ts";
import type { Operation } from "./operation.ts";
import { becomeAsync } from "./parameters.ts";
import { renameAll } from "./rename-all.ts";

const harmless = { breaks: new Set<UseForm>(), spares: new Set<UseForm>(useForms) };

/** It has another name now, and goes by the old one as well. */
const renameWithAlias: Operation = {
  name: "renamed, with the old name as an alias",
  ...harmless,

  apply(subject, stage, patch) {
    const newName = freshName(stage, `${subject.name}Renewed`, subject.path);
    const inside = requireReferences(stage, subject).filter(({ path: user, role }) => user === subject.path && role !== "listed");
    renameAll(subject.path, subject.nameAt, inside, newName, stage, patch);
    patch.append(subject.path, stage.language.pen.alias(subject, newName));
    return { aspect: {}, newName };
  },
};

/** `export` stands at the end of the file instead of in front of it. */
const exportInList: Operation = {
  name: "exported by a list",
  ...harmless,

  apply(subject, stage, patch) {
    if (!subject.exportWord) throw new Unfit("the language has no word for that");
    patch.replace(subject.path, subject.exportWord, "");
    patch.append(subject.path, stage.language.pen.alias(subject, subject.name));
    return { aspect: {} };
  },
};

/** Its module becomes a folder that goes by the same name. */
const moduleToFolder: Operation = {
  name: "module became a folder",
  ...harmless,

  apply(subject, stage, patch) {
    const { dir, name, ext } = path.posix.parse(subject.path);
    requireFile(stage, subject.path);
    if (/^(?:index|__init__|__main__|conftest)$/.test(name)) throw new Unfit("it is one already");
    const target = path.posix.join(dir, name, stage.language.pen.folderModule(ext));
    for (const link of stage.linksOf(subject.path)) {
      const written = requireFile(stage, subject.path).text.slice(link.specifier.start, link.specifier.end);
      if (!written.startsWith(".")) continue;
      if (link.target === null) throw new Unfit("it asks for something by a path that leads nowhere");
      patch.replace(subject.path, link.specifier, requireModule(stage, target, link.target));
    }
    patch.move(subject.path, target);
    return { aspect: {}, ofModule: true };
  },
};

/** A member goes to an interface that this one extends. */
const memberToBase: Operation = {
  name: "member moved to what it extends",
  ...harmless,

  apply(subject, stage, patch) {
    const text = requireFile(stage, subject.path).text.slice(subject.whole.start, subject.whole.end);
    const [member] = stage.random.shuffled(subject.members);
    if (subject.kind !== "interface" || subject.typeParameters > 0 || /\bextends\b/.test(text) || !member)
      throw new Unfit("it cannot simply extend something");
    const base = freshName(stage, `${subject.name}Basics`, subject.path);
    const moved = requireFile(stage, subject.path).text.slice(member.whole.start, member.whole.end);
    patch.insert(subject.path, subject.whole.start, `interface ${base} {\n${moved}${moved.endsWith("\n") ? "" : "\n"}}\n\n`);
    patch.insert(subject.path, subject.nameAt.end, ` extends ${base}`);
    patch.replace(subject.path, member.whole, "");
    return { aspect: { member } };
  },
};

/** Whoever uses it waits for it, promise or not. */
const asyncAndAwaited: Operation = {
  name: "became async, and is awaited",
  ...harmless,

  apply(subject, stage, patch) {
    if (stage.language.pen.takesNames || mentions(requireFile(stage, subject.path), "yield"))
      throw new Unfit("only a promise can be awaited");
    becomeAsync.apply(subject, stage, patch);
    return { aspect: { awaited: true } };
  },
};

/** What changes how something is offered, and not that it is. */
export const offeredOtherwise: readonly Operation[] = [renameWithAlias, exportInList, moduleToFolder, memberToBase, asyncAndAwaited];
