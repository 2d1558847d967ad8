import fs from "node:fs";
import path from "node:path";
import { run, type Sandbox } from "./sandbox.ts";

/** A repository on branch main, made for a bench. */
export interface SampleRepository {
  readonly dir: string;
  /** Paths of its files. */
  readonly files: readonly string[];
  git(...args: string[]): Promise<string>;
  /** Writes a file of the worktree at `tree`, the main one unless told. */
  write(file: string, content: string, tree?: string): void;
  /** Adds linked worktrees; their roots. */
  worktrees(count: number): Promise<string[]>;
}

/** With `files` source files in packages of up to 2,500, all committed. 50,000 take a few seconds. */
export const sampleRepository = async (sandbox: Sandbox, { files = 0 }: { files?: number } = {}): Promise<SampleRepository> => {
  const dir = path.join(sandbox.folder(), "repo");
  await run(["git", "init", "-q", "-b", "main", dir]);
  const repository: SampleRepository = {
    dir,
    files: Array.from({ length: files }, (_, i) => sourcePath(i)),
    git: (...args) => run(["git", ...args], { cwd: dir }),
    write(file, content, tree = dir) {
      fs.mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
      fs.writeFileSync(path.join(tree, file), content);
    },
    async worktrees(count) {
      const trees = Array.from({ length: count }, (_, i) => path.join(path.dirname(dir), `tree-${i}`));
      for (const tree of trees) await repository.git("worktree", "add", "-q", "-b", path.basename(tree), tree);
      return trees;
    },
  };
  for (const [i, file] of repository.files.entries()) repository.write(file, sourceText(i));
  await repository.git("add", "-A");
  await repository.git("commit", "-q", "--allow-empty", "-m", "init");
  return repository;
};

/** The file of that number with one line in its middle changed to say `word`. */
export const editedText = (i: number, word: string): string =>
  sourceText(i).replace(`f${i}_6 = () => ${i * 6}`, `f${i}_6 = () => "${word}"`);

const pad = (n: number, length: number): string => String(n).padStart(length, "0");

const sourcePath = (i: number): string =>
  `package-${pad(Math.floor(i / 2500), 2)}/folder-${pad(Math.floor(i / 100), 3)}/file-${pad(i % 100, 2)}.ts`;

const sourceText = (i: number): string => Array.from({ length: 12 }, (_, j) => `export const f${i}_${j} = () => ${i * j};\n`).join("");
