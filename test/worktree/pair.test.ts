import fs from "node:fs";
import { expect, test } from "vitest";
import { LruMap } from "../../src/base/lru-map.ts";
import { openRepository } from "../../src/git/repository.ts";
import type { ChangeSet } from "../../src/model/change.ts";
import { mirroredPair, type PairInput } from "../../src/model/pair.ts";
import { pairKey, readPairs } from "../../src/worktree/pair.ts";
import { newRepository, repositoryAt } from "../support/repository.ts";
import { changeSetOf, numbered, twoWorktrees } from "../support/sides.ts";

/** Like `numbered`, but not to be mistaken for it by content. */
const lettered = (...lines: Parameters<typeof numbered>): string => numbered(...lines).replaceAll("\n", " b\n");

const text = { "a.txt": numbered(30), "b.txt": lettered(30) };

/** The pair of alice and bob as it stands now. */
const pairOf = async ({ repository, alice, bob }: Awaited<ReturnType<typeof twoWorktrees>>): Promise<PairInput> => {
  const sides = [await changeSetOf(repository, alice), await changeSetOf(repository, bob)] as const;
  const [pair] = await readPairs(repository, [sides]);
  if (!pair) throw new Error("no pair");
  return pair;
};

const changed = ({ ours, theirs }: PairInput): string[][] => [ours, theirs].map(({ changes }) => [...changes.keys()]);

test("uncommitted work in one file is merged in thought, with the edits of both", async () => {
  const place = await twoWorktrees(text);
  place.alice.write("a.txt", numbered(30, { 3: "alice" }));
  place.bob.write("a.txt", numbered(30, { 20: "bob" }));
  const pair = await pairOf(place);
  expect(pair).toMatchObject({ base: place.main.git("rev-parse", "main"), merge: { kind: "predicted", clean: true, conflicts: [] } });
  expect(pair.ours.edits.get("a.txt")).toMatchObject({ hunks: [{ start: 3 }] });
  expect(pair.theirs.edits.get("a.txt")).toMatchObject({ hunks: [{ start: 20 }] });
});

test("work in different files needs no merge", async () => {
  const place = await twoWorktrees(text);
  place.alice.write("a.txt", "alice\n");
  place.bob.write("b.txt", "bob\n");
  expect(await pairOf(place)).toMatchObject({ merge: { kind: "not_needed" } });
});

test("a branch that is built on the other one owes it nothing", async () => {
  const place = await twoWorktrees(text);
  place.alice.write("a.txt", numbered(30, { 3: "alice" }));
  place.alice.commit();
  place.bob.git("reset", "-q", "--hard", "alice");
  place.bob.write("b.txt", "bob\n");
  const pair = await pairOf(place);
  expect(changed(pair)).toEqual([[], ["b.txt"]]);
  expect(pair).toMatchObject({ base: place.alice.git("rev-parse", "HEAD"), merge: { kind: "not_needed" } });
});

test("what is edited further on both sides of a stack is compared with where the stack parts", async () => {
  const place = await twoWorktrees(text);
  place.alice.write("a.txt", numbered(30, { 3: "alice" }));
  place.alice.commit();
  place.bob.git("reset", "-q", "--hard", "alice");
  place.alice.write("a.txt", numbered(30, { 3: "alice", 10: "alice" }));
  place.bob.write("a.txt", numbered(30, { 3: "alice", 10: "bob" }));
  const pair = await pairOf(place);
  expect(pair.ours.edits.get("a.txt")).toMatchObject({ hunks: [{ start: 10, count: 1 }] });
  expect(pair).toMatchObject({ merge: { clean: false, conflicts: [{ kind: "content" }] } });
});

test("work that has landed is nobody's change, though the other side is behind", async () => {
  const place = await twoWorktrees(text);
  place.alice.write("a.txt", numbered(30, { 3: "alice" }));
  place.alice.commit();
  place.main.git("merge", "-q", "--ff-only", "alice");
  place.bob.write("a.txt", numbered(30, { 3: "bob" }));
  expect(changed(await pairOf(place))).toEqual([[], ["a.txt"]]);
});

test("what only main changed is not the work of the side that merged main", async () => {
  const place = await twoWorktrees(text);
  place.alice.write("b.txt", lettered(30, { 9: "alice" }));
  place.alice.commit();
  place.bob.write("a.txt", numbered(30, { 3: "bob" }));
  place.bob.write("b.txt", lettered(30, { 20: "bob" }));
  place.main.write("a.txt", numbered(30, { 3: "main" }));
  place.main.commit();
  place.alice.git("merge", "-q", "-m", "merge", "main");
  const pair = await pairOf(place);
  expect(changed(pair)).toEqual([["b.txt"], ["a.txt", "b.txt"]]);
  expect(pair).toMatchObject({ merge: { kind: "predicted", clean: true, conflicts: [] } });
});

test("the same result on both sides needs no merge", async () => {
  const place = await twoWorktrees(text);
  for (const side of [place.alice, place.bob]) side.write("a.txt", "same\n");
  const pair = await pairOf(place);
  expect(changed(pair)).toEqual([["a.txt"], ["a.txt"]]);
  expect(pair.merge).toEqual({ kind: "not_needed" });
});

test("what both deleted is merged in thought, since git may see a move in it", async () => {
  const place = await twoWorktrees({ ...text, "c.txt": numbered(32) });
  place.alice.remove("a.txt");
  place.alice.remove("c.txt");
  place.alice.write("new.txt", numbered(30, { 9: "alice" }));
  place.bob.remove("c.txt");
  place.bob.remove("a.txt");
  expect(await pairOf(place)).toMatchObject({
    merge: { kind: "predicted", conflicts: [{ kind: "rename/delete" }, { kind: "modify/delete" }] },
  });
});

test("a file in the way of a folder, and a file added to a folder that moves, are merged although no path is shared", async () => {
  const place = await twoWorktrees({ ...text, "d/one": numbered(20), "d/two": numbered(25) });
  place.alice.write("x", "file\n");
  place.alice.git("mv", "d", "e");
  place.bob.write("x/y", "folder\n");
  place.bob.write("d/three", "3\n");
  const { merge } = await pairOf(place);
  expect(merge.kind === "predicted" && merge.conflicts.map(({ kind }) => kind).sort()).toEqual(["directory rename", "file/directory"]);
});

test("an edit of a file that the other side moves is seen in both", async () => {
  const place = await twoWorktrees(text);
  place.alice.git("mv", "a.txt", "moved.txt");
  place.bob.write("a.txt", numbered(30, { 9: "bob" }));
  const pair = await pairOf(place);
  expect(pair).toMatchObject({ merge: { kind: "predicted", clean: true } });
  expect(pair.theirs.edits.get("a.txt")).toMatchObject({ hunks: [{ start: 9 }] });
});

test.each([
  ["", false],
  [", also after main was merged into the side that moved it", true],
])("an edit that collides with a move and edit is a conflict at the new place%s", async (_name, mergesMain) => {
  const place = await twoWorktrees(text);
  place.alice.git("mv", "a.txt", "moved.txt");
  place.alice.write("moved.txt", numbered(30, { 9: "alice" }));
  place.alice.commit();
  place.bob.write("a.txt", numbered(30, { 9: "bob" }));
  place.main.write("b.txt", "main\n");
  place.main.commit();
  if (mergesMain) place.alice.git("merge", "-q", "-m", "merge", "main");
  expect(await pairOf(place)).toMatchObject({ merge: { clean: false, conflicts: [{ kind: "content", paths: ["moved.txt"] }] } });
});

test("what main and one side did to a file is no conflict with the side that merged main", async () => {
  const place = await twoWorktrees(text);
  place.bob.write("a.txt", numbered(30, { 3: "bob" }));
  place.bob.write("b.txt", lettered(30, { 3: "bob" }));
  place.main.write("a.txt", numbered(30, { 3: "main" }));
  place.main.commit();
  place.alice.git("merge", "-q", "main");
  place.alice.write("b.txt", lettered(30, { 3: "alice" }));
  expect(await pairOf(place)).toMatchObject({ merge: { clean: false, conflicts: [{ kind: "content", paths: ["b.txt"] }] } });
});

test("after criss-cross merges git's own judgement counts", async () => {
  const place = await twoWorktrees(text);
  const [alice, bob] = [place.alice, place.bob];
  alice.write("a.txt", numbered(30, { 3: "alice" }));
  const a1 = alice.commit();
  bob.write("b.txt", lettered(30, { 3: "bob" }));
  const b1 = bob.commit();
  alice.git("merge", "-q", "-m", "criss", b1);
  bob.git("merge", "-q", "-m", "cross", a1);
  alice.write("a.txt", numbered(30, { 3: "alice", 20: "alice" }));
  bob.write("a.txt", numbered(30, { 3: "alice", 20: "bob" }));
  const pair = await pairOf(place);
  const merged = place.alice.git("merge-tree", "--write-tree", a1, b1);
  expect(pair.base).toBe(merged);
  expect(changed(pair)).toEqual([["a.txt"], ["a.txt"]]);
  expect(pair.ours.edits.get("a.txt")).toMatchObject({ hunks: [{ start: 20 }] });
  expect(pair).toMatchObject({ merge: { clean: false, conflicts: [{ kind: "content", paths: ["a.txt"] }] } });
});

test("two worktrees without any commit are compared as additions", async () => {
  const repo = newRepository({});
  const repository = await openRepository(repo.dir);
  const sides: ChangeSet[] = [];
  for (const content of ["ours\n", "theirs\n"]) {
    repo.write("new.txt", content);
    sides.push(await changeSetOf(repository, repo));
  }
  const [ours, theirs] = sides;
  if (!ours || !theirs) throw new Error("no sides");
  expect(await readPairs(repository, [[ours, theirs]])).toMatchObject([{ base: null, merge: { conflicts: [{ kind: "add/add" }] } }]);
});

test("histories with nothing in common are not assessed", async () => {
  const place = await twoWorktrees(text);
  place.alice.write("a.txt", "alice\n");
  place.bob.git("switch", "-q", "--orphan", "stranger");
  place.bob.write("a.txt", "bob\n");
  place.bob.commit();
  expect(await pairOf(place)).toMatchObject({
    base: null,
    merge: { kind: "not_assessed", reason: "the two sides have no history in common" },
  });
});

test("a SHA-256 repository is compared like any other", async () => {
  const place = await twoWorktrees(text, "--object-format=sha256");
  place.alice.write("a.txt", numbered(30, { 3: "alice" }));
  place.bob.write("a.txt", numbered(30, { 3: "bob" }));
  expect(await pairOf(place)).toMatchObject({ merge: { clean: false } });
});

test("the other way round, a pair is its own mirror image", async () => {
  const place = await twoWorktrees(text);
  place.alice.write("a.txt", numbered(30, { 3: "alice" }));
  place.alice.remove("b.txt");
  place.bob.write("a.txt", numbered(30, { 3: "bob" }));
  place.bob.write("b.txt", lettered(30, { 3: "bob" }));
  const [a, b] = [await changeSetOf(place.repository, place.alice), await changeSetOf(place.repository, place.bob)];
  const [there, back] = await readPairs(place.repository, [
    [a, b],
    [b, a],
  ]);
  expect(there && mirroredPair(there)).toEqual(back);
});

/** Bob works in a clone of his own; of what he did only the digest is known to alice. */
const apart = async () => {
  const place = await twoWorktrees(text);
  const away = repositoryAt(`${place.main.dir}-bob`);
  place.main.git("clone", "-q", place.main.dir, away.dir);
  const there = await openRepository(away.dir);
  return { ...place, away, digest: () => changeSetOf(there, away, "origin/main") };
};

test("a digest whose content is elsewhere is compared by blob ids, and the merge is not assessed", async () => {
  const { repository, alice, away, digest } = await apart();
  alice.write("a.txt", numbered(30, { 3: "alice" }));
  away.write("a.txt", numbered(30, { 3: "bob" }));
  away.commit();
  away.write("b.txt", "bob\n");
  const [pair] = await readPairs(repository, [[await changeSetOf(repository, alice), await digest()]]);
  expect(pair && changed(pair)).toEqual([["a.txt"], ["a.txt", "b.txt"]]);
  expect(pair).toMatchObject({ merge: { kind: "not_assessed", reason: "the content of one side is not in this clone" } });
  expect(pair?.ours.edits.get("a.txt")).toMatchObject({ hunks: [{ start: 3 }] });
});

test("a digest that says it is built on our head owes us nothing, though its commits are elsewhere", async () => {
  const { repository, alice, away, digest } = await apart();
  alice.write("a.txt", numbered(30, { 3: "alice" }));
  alice.commit();
  away.git("fetch", "-q", "origin", "alice");
  away.git("reset", "-q", "--hard", "FETCH_HEAD");
  away.write("b.txt", "bob\n");
  away.commit();
  const [pair] = await readPairs(repository, [[await changeSetOf(repository, alice), await digest()]]);
  expect(pair && changed(pair)).toEqual([[], ["b.txt"]]);
  expect(pair).toMatchObject({ base: alice.git("rev-parse", "HEAD"), merge: { kind: "not_needed" } });
});

test("a digest from a newer main that holds our result already does not collide with it", async () => {
  const { repository, alice, away, digest } = await apart();
  alice.write("a.txt", numbered(30, { 3: "alice" }));
  const theirs = await (async () => {
    away.write("a.txt", numbered(30, { 3: "alice" }));
    away.commit();
    away.git("update-ref", "refs/remotes/origin/main", "HEAD");
    away.write("a.txt", numbered(30, { 3: "bob" }));
    return digest();
  })();
  const [pair] = await readPairs(repository, [[await changeSetOf(repository, alice), theirs]]);
  expect(pair && changed(pair)).toEqual([[], ["a.txt"]]);
});

test("what was prepared once is kept under its ids, but never what could not be assessed", async () => {
  const { repository, alice, bob, away, digest } = await apart();
  for (const [side, name] of [
    [alice, "alice"],
    [bob, "bob"],
    [away, "carol"],
  ] as const)
    side.write("a.txt", `${name}\n`);
  const [a, b, c] = [await changeSetOf(repository, alice), await changeSetOf(repository, bob), await digest()];
  const cache = new LruMap<string, PairInput>(10);
  const [first] = await readPairs(
    repository,
    [
      [a, b],
      [a, c],
    ],
    { cache },
  );
  fs.rmSync(`${repository.commonDir}/objects`, { recursive: true });
  expect(await readPairs(repository, [[a, b]], { cache })).toEqual([first]);
  expect(cache.get(pairKey([c, a]))).toBeUndefined();
});
