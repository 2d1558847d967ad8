import { freshName, requireReferences } from "../stage.ts";
import type { Operation } from "./operation.ts";
import { renameAll } from "./rename-all.ts";

/** It gets another name, and everybody says that. */
export const rename: Operation = {
  name: "rename",
  breaks: new Set([
    ...(["new file", "existing file", "through a barrel", "namespace import", "aliased import", "type-only import"] as const),
    ...([
      "new test file",
      "existing test file",
      "in the defining file",
      "in a file that imports it already",
      "late import",
      "re-export",
    ] as const),
  ]),
  spares: new Set(),

  apply(subject, stage, patch) {
    const references = requireReferences(stage, subject);
    const newName = freshName(stage, `${subject.name}Renewed`, subject.path, ...references.map(({ path }) => path));
    renameAll(subject.path, subject.nameAt, references, newName, stage, patch);
    return { aspect: {}, newName };
  },
};
