import fs from "node:fs";
import path from "node:path";
import type { SourceFile } from "typescript/unstable/ast";
import { API, type Project } from "typescript/unstable/sync";
import type { Work } from "../patch.ts";

/** The TypeScript compiler on a folder whose files change. Paths are relative to the folder, with forward slashes. */
export interface Compiler {
  /** As things stand now; good until the next `become`. */
  project(): Project;
  source(file: string): SourceFile | undefined;
  /** All source files of one's own, in order. */
  readonly files: readonly string[];
  relative(absolute: string): string;
  absolute(file: string): string;
  /** Makes the folder what it was in the beginning with `work` on top. */
  become(work: Work): void;
  close(): void;
}

/**
 * Opens everything below `dir` as one project: the repository's own settings for what a module name means, and settings of ours for the rest. Packages
 * that are not installed are unknown to it, which is the same on all sides of a comparison.
 */
export const openCompiler = (dir: string): Compiler => {
  const config = path.join(dir, "tsconfig.nerve-real.json");
  fs.writeFileSync(config, JSON.stringify(settings(dir)));
  const api = new API({ cwd: dir });
  const first = api.updateSnapshot({ openProjects: [config] });
  let snapshot = first;
  const relative = (absolute: string) => path.relative(dir, absolute).split(path.sep).join("/");
  const absolute = (file: string) => path.join(dir, file);
  const project = (): Project => {
    const found = snapshot.getProject(config);
    if (!found) throw new Error(`the compiler did not open ${config}`);
    return found;
  };
  const files = project().rootFiles.map(relative).toSorted();
  let overlay: Work = new Map();
  const original = new Map<string, string | null>();

  const become = (work: Work): void => {
    const changes = { changed: [] as string[], created: [] as string[], deleted: [] as string[] };
    for (const file of new Set([...overlay.keys(), ...work.keys()])) {
      const place = absolute(file);
      const before = fs.existsSync(place) ? fs.readFileSync(place, "utf8") : null;
      if (!original.has(file)) original.set(file, before);
      const after = work.has(file) ? (work.get(file) ?? null) : (original.get(file) ?? null);
      if (before === after) continue;
      changes[before === null ? "created" : after === null ? "deleted" : "changed"].push(place);
      if (after === null) fs.rmSync(place);
      else {
        fs.mkdirSync(path.dirname(place), { recursive: true });
        fs.writeFileSync(place, after);
      }
    }
    overlay = work;
    if (Object.values(changes).every((list) => list.length === 0)) return;
    const next = api.updateSnapshot({ fileChanges: changes });
    if (snapshot !== first) snapshot.dispose();
    snapshot = next;
  };

  return {
    project,
    source: (file) => project().program.getSourceFile(absolute(file)),
    files,
    relative,
    absolute,
    become,
    close: () => api.close(),
  };
};

const settings = (dir: string): object => ({
  ...(fs.existsSync(path.join(dir, "tsconfig.json")) && { extends: "./tsconfig.json" }),
  compilerOptions: {
    ...{ noEmit: true, composite: false, incremental: false, declaration: false, isolatedDeclarations: false, skipLibCheck: true },
    ...{ module: "preserve", moduleResolution: "bundler", target: "es2022", types: [], resolveJsonModule: true },
    ...{ allowImportingTsExtensions: true, experimentalDecorators: true, noUnusedLocals: false, noUnusedParameters: false },
  },
  references: [],
  files: [],
  include: ["**/*.ts", "**/*.tsx", "**/*.mts", "**/*.cts"],
  exclude: ["**/node_modules", "**/*.d.ts"],
});
