import fc from "fast-check";
import { expect, test } from "vitest";
import { predictMerges } from "../../src/git/merge-tree.ts";
import { openRepository } from "../../src/git/repository.ts";
import { readTreeDiffs } from "../../src/git/tree-diff.ts";
import { wrapTrees } from "../../src/git/wrap-tree.ts";
import type { ChangeSet } from "../../src/model/change.ts";
import { readPairs } from "../../src/worktree/pair.ts";
import { newRepository } from "../support/repository.ts";
import { numbered, snapshotOf } from "../support/sides.ts";

const start = { "d/one": numbered(12), "d/two": numbered(14), "d/s/three": numbered(16), "e/four": numbered(18), five: numbered(20) };
const paths = [...Object.keys(start), "d/new", "e/new", "new", "f/one", "f/two", "f/s/three", "d", "e", "five/x"];
const step = fc.oneof(
  fc.record({ op: fc.constant("write" as const), path: fc.constantFrom(...paths), line: fc.nat(5) }),
  fc.record({ op: fc.constant("remove" as const), path: fc.constantFrom(...paths) }),
  fc.record({ op: fc.constant("move" as const), path: fc.constantFrom(...paths, "d/s"), to: fc.constantFrom(...paths, "f", "g/h") }),
);

/** The files after some steps; a step that makes no sense is skipped. */
const after = (steps: readonly { op: string; path: string; line?: number; to?: string }[]): Map<string, string> => {
  let files = new Map<string, string>(Object.entries(start));
  for (const { op, path, line = 0, to = "" } of steps) {
    const under = (file: string, place: string) => file === place || file.startsWith(`${place}/`);
    if (op === "write") {
      const content = files.get(path) ?? numbered(9);
      files = new Map([...files].filter(([file]) => !under(file, path) && !under(path, file)));
      files.set(path, content.replace(`${line + 1}\n`, `${line + 1} ${path} ${steps.length}\n`));
    } else if (op === "remove") files.delete(path);
    else if (!under(to, path) && !under(path, to)) {
      const moved = [...files].filter(([file]) => under(file, path));
      if (moved.length === 0) continue;
      files = new Map([...files].filter(([file]) => !under(file, path) && !under(file, to) && !under(to, file)));
      for (const [file, content] of moved) files.set(to + file.slice(path.length), content);
    }
  }
  return files;
};

test("a pair that needs no merge would have merged cleanly, and a clean prediction is git's own", async () => {
  const repo = newRepository(start);
  const repository = await openRepository(repo.dir);
  const head = repo.git("rev-parse", "HEAD");
  const base = repo.git("rev-parse", "HEAD^{tree}");
  const changeSet = async (files: ReadonlyMap<string, string>): Promise<ChangeSet> => {
    repo.git("rm", "-rqf", "--ignore-unmatch", ".");
    repo.git("clean", "-fdq");
    for (const [file, content] of files) repo.write(file, content);
    const snapshot = snapshotOf(repo);
    const [diff = []] = await readTreeDiffs(repository, [[base, snapshot]], { renames: true });
    return { base: head, head, commits: [], snapshot, changes: diff.map((one) => ({ ...one, package: null })), notAssessed: [] };
  };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 4 }), fc.array(step, { maxLength: 4 }), async (one, two) => {
      const sides = [await changeSet(after(one)), await changeSet(after(two))] as const;
      const [a = "", b = ""] = await wrapTrees(
        repository,
        sides.map(({ snapshot }) => ({ tree: snapshot, parents: [head] })),
      );
      const [[pair], [merge]] = await Promise.all([readPairs(repository, [sides]), predictMerges(repository, [[a, b]])]);
      if (merge?.kind !== "predicted") throw new Error("git gave no prediction");
      expect(pair?.merge.kind === "predicted" ? pair.merge.clean : true).toBe(merge.clean);
    }),
    { numRuns: 150 },
  );
});
