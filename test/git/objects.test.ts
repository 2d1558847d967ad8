import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { ObjectReader, ObjectWriter, type TreeEntry, treeBytes, treeEntries } from "../../src/git/objects.ts";
import { openRepository } from "../../src/git/repository.ts";
import { newRepository, type TestRepository } from "../support/repository.ts";

const portsOf = async ({ dir }: TestRepository) => {
  const repository = await openRepository(dir);
  const [reader, writer] = [new ObjectReader(repository), new ObjectWriter(repository)];
  onTestFinished(async () => void (await Promise.all([reader.close(), writer.close()])));
  return { repository, reader, writer };
};

const looseFile = ({ dir }: TestRepository, oid: string) => path.join(dir, ".git/objects", oid.slice(0, 2), oid.slice(2));

for (const format of ["sha1", "sha256"]) {
  test(`what is written to a ${format} repository is what git would store, and reads back`, async () => {
    const repository = newRepository({}, `--object-format=${format}`);
    const { reader, writer } = await portsOf(repository);
    const contents = [Buffer.from("hello\n"), Buffer.alloc(0), Buffer.from([0, 10, 13, 10, 255]), Buffer.alloc(300_000, "x\r\n")];
    const oids = await Promise.all(contents.map((content) => writer.write("blob", content)));
    const stock = contents.map((input) =>
      execFileSync("git", ["hash-object", "--stdin"], { cwd: repository.dir, input, encoding: "utf8" }).trim(),
    );
    expect(oids).toEqual(stock);
    const found = await Promise.all(oids.map((oid) => reader.find(oid)));
    expect(found).toEqual(oids.map((oid, i) => ({ oid, type: "blob", content: contents[i] })));
  });
}

test("what is not there is not found, and does not disturb the next question", async () => {
  const { repository, reader } = await portsOf(newRepository());
  expect(await reader.find(repository.zero)).toBeUndefined();
  expect(await reader.find("refs/heads/none")).toBeUndefined();
  expect(await reader.find("HEAD:no/such file")).toBeUndefined();
  expect((await reader.find("HEAD"))?.type).toBe("commit");
});

test("a name that is ambiguous is not found, and does not disturb the next question", async () => {
  const repository = newRepository();
  const { reader, writer } = await portsOf(repository);
  const seen = new Map<string, string>();
  for (let i = 0; ; i++) {
    const oid = await writer.write("blob", Buffer.from(`${i}`));
    const prefix = oid.slice(0, 4);
    if (!seen.has(prefix)) {
      seen.set(prefix, oid);
      continue;
    }
    expect(await reader.find(prefix)).toBeUndefined();
    break;
  }
  expect((await reader.find("HEAD"))?.type).toBe("commit");
});

for (const [what, length, outcome] of [
  ["empty", 0, "missing"],
  ["cut within its header", 8, "missing"],
  ["cut further on", -100, "damaged"],
] as const) {
  test(`an object whose file is ${what} is ${outcome}, and the next question is answered`, async () => {
    const noise = Array.from({ length: 3000 }, (_, i) => `${i * i}`).join("\n");
    const repository = newRepository({ "a.txt": noise });
    const { reader } = await portsOf(repository);
    const oid = repository.git("rev-parse", "HEAD:a.txt");
    const file = looseFile(repository, oid);
    fs.chmodSync(file, 0o644);
    fs.truncateSync(file, length < 0 ? fs.statSync(file).size + length : length);
    const found = reader.find(oid);
    if (outcome === "missing") expect(await found).toBeUndefined();
    else await expect(found).rejects.toMatchObject({ name: "NerveError", code: "environment" });
    expect((await reader.find("HEAD"))?.type).toBe("commit");
  });
}

test("bytes that are no commit are refused, and the next are written", async () => {
  const { reader, writer } = await portsOf(newRepository());
  await expect(writer.write("commit", Buffer.from("hello"))).rejects.toMatchObject({ name: "NerveError" });
  const commit = (await reader.find("HEAD"))?.content ?? Buffer.alloc(0);
  expect(await writer.write("commit", commit)).toBe((await reader.find("HEAD"))?.oid);
});

test("a disk that does not take a draft is said, and the next object is written", async () => {
  const { repository, writer } = await portsOf(newRepository());
  fs.mkdirSync(repository.nerveDir, { recursive: true });
  const blocked = path.join(repository.nerveDir, "tmp");
  fs.writeFileSync(blocked, "");
  await expect(writer.write("blob", Buffer.from("a"))).rejects.toMatchObject({ name: "NerveError", code: "environment" });
  fs.rmSync(blocked);
  expect(await writer.write("blob", Buffer.from("a"))).toMatch(/^[0-9a-f]{40}$/);
});

test("a writer leaves no drafts behind", async () => {
  const { repository, writer } = await portsOf(newRepository());
  await Promise.all(["a", "b"].map((text) => writer.write("blob", Buffer.from(text))));
  await writer.close();
  expect(fs.readdirSync(path.join(repository.nerveDir, "tmp"))).toEqual([]);
});

/** Names that sort differently as files and as folders are the point: `a`, `a.b`, `a-b`, `a/`. */
const names = fc.oneof(
  fc.string({ unit: fc.constantFrom("a", "b", ".", "-", "0", "ä", " ", "￿", "😀"), minLength: 1, maxLength: 4 }),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }),
);

const isName = (name: string) => !/[/\0]/.test(name) && name.isWellFormed() && ![".", ".."].includes(name) && !/^\.git/i.test(name);

test("the bytes of a tree are git's own, and read back to the same entries", () => {
  const repository = newRepository({ "f/x": "x" });
  const blob = repository.git("rev-parse", "HEAD:f/x");
  const tree = repository.git("rev-parse", "HEAD:f");
  const entry = fc.tuple(names.filter(isName), fc.constantFrom("100644", "100755", "120000", "40000"));
  fc.assert(
    fc.property(fc.uniqueArray(entry, { selector: ([name]) => name, maxLength: 12 }), (chosen) => {
      const entries: TreeEntry[] = chosen.map(([name, mode]) => ({ name, mode, oid: mode === "40000" ? tree : blob }));
      const input = entries.map(
        ({ mode, name, oid }) => `${mode.padStart(6, "0")} ${mode === "40000" ? "tree" : "blob"} ${oid}\t${name}\0`,
      );
      const oid = execFileSync("git", ["mktree", "-z"], { cwd: repository.dir, input: input.join(""), encoding: "utf8" }).trim();
      const stock = execFileSync("git", ["cat-file", "tree", oid], { cwd: repository.dir });
      expect(treeBytes(entries)).toEqual(stock);
      expect(treeBytes(treeEntries(stock, "sha1"))).toEqual(stock);
      expect(new Set(treeEntries(stock, "sha1"))).toEqual(new Set(entries));
    }),
    { numRuns: 40 },
  );
});

test("a tree that is cut short gives the entries before the cut", () => {
  const bytes = treeBytes([
    { mode: "100644", name: "a", oid: "ab".repeat(20) },
    { mode: "100644", name: "b", oid: "cd".repeat(20) },
  ]);
  for (let length = 0; length < bytes.length; length++) {
    const entries = treeEntries(bytes.subarray(0, length), "sha1");
    expect(entries.map(({ name }) => name)).toEqual(length < bytes.length / 2 ? [] : ["a"]);
  }
});
