import { expect, test } from "vitest";
import { openRepository } from "../../src/git/repository.ts";
import { readMergedBases } from "../../src/worktree/merged-bases.ts";
import { newRepository } from "../support/repository.ts";

test("what several merge bases come to has the work of all of them; histories without anything in common come to nothing", async () => {
  const repo = newRepository({ "a.txt": "a\n" });
  const branch = (name: string, ...options: string[]): string => {
    repo.git("switch", "-q", ...(options.length > 0 ? options : ["-c", name, "main"]));
    repo.write(`${name}.txt`, `${name}\n`);
    return repo.commit();
  };
  const [one, two, three] = [branch("one"), branch("two"), branch("three")];
  const stranger = branch("stranger", "--orphan", "stranger");
  const [pair, all, none] = await readMergedBases(await openRepository(repo.dir), [
    [one, two],
    [one, two, three],
    [one, stranger, two],
  ]);
  const names = (tree: string | null | undefined) => repo.git("ls-tree", "--name-only", tree ?? "").split("\n");
  expect(names(pair)).toEqual(["a.txt", "one.txt", "two.txt"]);
  expect(names(all)).toEqual(["a.txt", "one.txt", "three.txt", "two.txt"]);
  expect(none).toBeNull();
});
