import { expect, onTestFinished, test } from "vitest";
import { preparePrivateStore } from "../../src/git/private-store.ts";
import { openRepository } from "../../src/git/repository.ts";
import { type TreeEntry, Trees } from "../../src/git/trees.ts";
import { type Edits, editTree, findEntry } from "../../src/worktree/edit-tree.ts";
import { newRepository } from "../support/repository.ts";
import { contentOf } from "./support.ts";

const sample = async (files: Record<string, string>) => {
  const repository = newRepository(files);
  const opened = await openRepository(repository.dir);
  await preparePrivateStore(opened);
  const trees = new Trees(opened);
  onTestFinished(() => trees.close());
  const root = repository.git("rev-parse", "HEAD^{tree}");
  const blob: TreeEntry = { mode: "100644", oid: repository.git("rev-parse", `HEAD:${Object.keys(files)[0]}`) };
  const edit = async (edits: Record<string, TreeEntry | null>) => {
    const tree = await editTree(trees, root, new Map(Object.entries(edits)) satisfies Edits);
    return Object.keys(contentOf(repository, { kind: "stable", tree, notAssessed: [] }));
  };
  return { trees, root, blob, edit };
};

test("adds, in folders that are there and in new ones", async () => {
  const { edit, blob } = await sample({ "a.txt": "1", "dir/b.txt": "2" });
  expect(await edit({ "dir/c.txt": blob, "x/y/z.txt": blob })).toEqual(["a.txt", "dir/b.txt", "dir/c.txt", "x/y/z.txt"]);
});

test("a folder whose last file goes is gone, and the folders above with it", async () => {
  const { edit } = await sample({ "a.txt": "1", "x/y/z.txt": "2" });
  expect(await edit({ "x/y/z.txt": null })).toEqual(["a.txt"]);
});

test("taking out the last file of all leaves the empty tree", async () => {
  const { edit } = await sample({ "a.txt": "1" });
  expect(await edit({ "a.txt": null })).toEqual([]);
});

test("a file becomes a folder, and a folder a file", async () => {
  const { edit, blob } = await sample({ "a.txt": "1", "dir/b.txt": "2" });
  expect(await edit({ "a.txt/inner": blob })).toEqual(["a.txt/inner", "dir/b.txt"]);
  expect(await edit({ dir: blob, "dir/b.txt": null })).toEqual(["a.txt", "dir"]);
});

test("without a difference, the tree is the same one", async () => {
  const { trees, root, blob } = await sample({ "a.txt": "1", "dir/b.txt": "2" });
  expect(
    await editTree(
      trees,
      root,
      new Map([
        ["a.txt", blob],
        ["no/such", null],
      ]),
    ),
  ).toBe(root);
});

test("finding an entry tells a file in the way from nothing", async () => {
  const { trees, root, blob } = await sample({ "a.txt": "1", "dir/b.txt": "2" });
  expect(await findEntry(trees, root, "a.txt")).toEqual(blob);
  expect(await findEntry(trees, root, "a.txt/inner")).toBe("within");
  expect(await findEntry(trees, root, "dir/none")).toBeUndefined();
  expect(await findEntry(trees, root, "none/at/all")).toBeUndefined();
});
