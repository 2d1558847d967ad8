import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { git, gitText } from "../../src/git/exec.ts";
import { findStoreIdentity, preparePrivateStore, privateStore, rotatePrivateStore } from "../../src/git/private-store.ts";
import { inRepository, openRepository, type Repository } from "../../src/git/repository.ts";
import { newRepository, repositoryAt, temporaryFolder } from "../support/repository.ts";

const write = (repository: Repository, text: string): Promise<string> =>
  gitText(["hash-object", "-w", "--stdin"], inRepository(repository, { env: privateStore(repository), input: text }));

const read = (repository: Repository, object: string): Promise<string> =>
  gitText(["cat-file", "-p", object], inRepository(repository, { env: privateStore(repository) }));

describe.each(["sha1", "sha256"])("the private store of a %s repository", (format) => {
  test("takes new objects, reads the user's, and leaves the user's store alone", async () => {
    const { dir, git: run } = newRepository({ "a.txt": "hello" }, `--object-format=${format}`);
    const repository = await openRepository(dir);
    const before = run("count-objects", "-v");
    await preparePrivateStore(repository);
    const blob = await write(repository, "ours");
    expect(await read(repository, blob)).toBe("ours");
    expect(await read(repository, "HEAD:a.txt")).toBe("hello");
    expect(run("count-objects", "-v")).toBe(before);
    expect(() => run("cat-file", "-e", blob)).toThrow();
  });
});

test.each(["with:colon", 'with"quote', "with\\backslash", '"', "ünïcode"])("a repository in a folder named %j", async (name) => {
  const dir = path.join(temporaryFolder(), name);
  fs.mkdirSync(dir);
  const { git: run, write: put, commit } = repositoryAt(dir);
  run("init", "-q", "-b", "main");
  put("a.txt", "hello");
  commit.call(repositoryAt(dir));
  const repository = await openRepository(dir);
  await preparePrivateStore(repository);
  expect(await read(repository, "HEAD:a.txt")).toBe("hello");
  expect(await read(repository, await write(repository, "ours"))).toBe("ours");
});

test("objects that the user's repository borrows from another one can be read", async () => {
  const origin = newRepository({ "a.txt": "borrowed" });
  const dir = path.join(temporaryFolder(), "clone");
  origin.git("clone", "-q", "--shared", origin.dir, dir);
  const repository = await openRepository(dir);
  await preparePrivateStore(repository);
  expect(await read(repository, "HEAD:a.txt")).toBe("borrowed");
});

test("the store is thrown away when it has outgrown its limits, and only then", async () => {
  const repository = await openRepository(newRepository().dir);
  expect(await rotatePrivateStore(repository)).toBe(false);
  await preparePrivateStore(repository);
  const first = await write(repository, "first");
  const identity = await findStoreIdentity(repository);
  expect(await rotatePrivateStore(repository, { objects: 1, kibibytes: 1024 })).toBe(false);
  await write(repository, "second");
  expect(await rotatePrivateStore(repository, { objects: 1, kibibytes: 1024 })).toBe(true);
  expect(await findStoreIdentity(repository)).not.toBe(identity);
  const gone = await git(["cat-file", "-e", first], inRepository(repository, { env: privateStore(repository), allow: [1] }));
  expect(gone.code).toBe(1);
  expect(await read(repository, await write(repository, "third"))).toBe("third");
});

test("what a killed rotation left behind is swept", async () => {
  const repository = await openRepository(newRepository().dir);
  await preparePrivateStore(repository);
  const left = path.join(repository.nerveDir, "objects.retired-1-1");
  fs.mkdirSync(left);
  await rotatePrivateStore(repository);
  expect(fs.existsSync(left)).toBe(false);
});
