import path from "node:path";
import type { Link } from "../language.ts";
import { Unfit } from "../patch.ts";
import { freshName, requireFile, type Stage } from "../stage.ts";
import { requireModule } from "../uses/label.ts";
import type { UseForm } from "../uses/use.ts";
import { dropStatement } from "./drop-name.ts";
import type { Operation } from "./operation.ts";

const byPath: ReadonlySet<UseForm> = new Set([
  ...(["new file", "existing file", "namespace import", "aliased import", "type-only import"] as const),
  ...(["new test file", "existing test file", "late import", "re-export"] as const),
]);

/** The file gets another name in the same folder, and everybody says that. */
export const moveModule: Operation = {
  name: "module moved",
  breaks: byPath,
  spares: new Set(["through a barrel", "in a file that imports it already"]),

  apply(subject, stage, patch) {
    requireMovable(subject.path, stage);
    const { ext, name } = path.posix.parse(subject.path);
    const target = path.posix.join(path.posix.dirname(subject.path), `${freshName(stage, `${name}_renewed`)}${ext}`);
    for (const link of incoming(subject.path, stage)) patch.replace(link.path, link.specifier, requireModule(stage, link.path, target));
    patch.move(subject.path, target);
    return { aspect: {}, ofModule: true };
  },
};

/** The file goes: only barrels passed it on, and only its own tests used it. */
export const deleteModule: Operation = {
  name: "module deleted",
  breaks: new Set([...byPath, "through a barrel"]),
  spares: new Set(),

  apply(subject, stage, patch) {
    requireMovable(subject.path, stage);
    for (const link of incoming(subject.path, stage)) {
      if (requireFile(stage, link.path).isTest) patch.remove(link.path);
      else if (link.isReexport) dropStatement(link, stage, patch);
      else throw new Unfit("others need it");
    }
    patch.remove(subject.path);
    return { aspect: {}, ofModule: true };
  },
};

/** What has a special name is asked for by it. */
const requireMovable = (file: string, stage: Stage): void => {
  if (/^(?:index|main|__init__|__main__|conftest|setup|mod)$/.test(path.posix.parse(file).name)) throw new Unfit("its name has a meaning");
  requireFile(stage, file);
};

const incoming = (file: string, stage: Stage): readonly Link[] => {
  const links = stage.linksTo(file).filter((link) => link.path !== file);
  if (links.length > 40) throw new Unfit("it is used in too many places");
  for (const link of links) {
    const written = requireFile(stage, link.path).text.slice(link.specifier.start, link.specifier.end);
    if (written !== stage.language.pen.moduleName(link.path, file)) throw new Unfit("it is asked for by an unusual name");
  }
  return links;
};
