import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { findKey, newKey, writeKey } from "../../src/identity/keys.ts";
import { becomeNewWriter, findWriter, keysIn, requireWriter } from "../../src/identity/writer.ts";
import { temporaryFolder } from "../support/repository.ts";
import { script } from "../support/script.ts";

const freshPlace = () => path.join(temporaryFolder(), "repo", ".git", "nerveplane");

/** Copies as people do; the copy's place. */
const copied = (nerveDir: string) => {
  const repo = path.resolve(nerveDir, "../..");
  const copy = `${repo}-copy`;
  execFileSync("cp", ["-a", repo, copy]);
  return path.join(copy, ".git", "nerveplane");
};

const first = `
  import { requireWriter } from "./src/identity/writer.ts";
  const { key, made } = requireWriter(process.argv[2]);
  console.log(key.id, made);
`;

test("a writer is made once and stays", () => {
  const place = freshPlace();
  expect(findWriter(path.join(place))).toBeUndefined();
  const writer = requireWriter(place);
  expect(writer).toMatchObject({ made: "first use", former: null });
  expect(requireWriter(place)).toMatchObject({ key: { id: writer.key.id }, made: null, former: null });
  expect(findWriter(place)?.id).toBe(writer.key.id);
});

test("eight processes that come first at once agree on one writer, and leave one key", async () => {
  const place = freshPlace();
  const program = script(first);
  const said = await Promise.all(Array.from({ length: 8 }, () => program.run(place)));
  const ids = new Set(said.map((line) => line.split(" ")[0]));
  expect(ids.size).toBe(1);
  expect(said.filter((line) => line.endsWith("first use"))).toHaveLength(1);
  expect(fs.readdirSync(keysIn(place)).sort()).toEqual([...ids, "writer.json"].sort());
});

test("a copied repository becomes a new writer, gives up the copied keys, and the original stays itself", () => {
  const place = freshPlace();
  const original = requireWriter(place).key;
  const agent = newKey();
  writeKey(keysIn(place), agent);
  const copy = copied(place);
  expect(findWriter(copy)).toBeUndefined();
  const writer = requireWriter(copy);
  expect(writer).toMatchObject({ made: "copied", former: original.id });
  expect(writer.key.id).not.toBe(original.id);
  expect(fs.readdirSync(keysIn(copy)).sort()).toEqual([writer.key.id, "writer.json"].sort());
  expect(requireWriter(copy)).toMatchObject({ key: { id: writer.key.id }, made: null });
  expect(requireWriter(place)).toMatchObject({ key: { id: original.id }, made: null });
  expect(findKey(keysIn(place), agent.id)?.id).toBe(agent.id);
});

test("eight processes in a fresh copy agree on one new writer", async () => {
  const place = freshPlace();
  const original = requireWriter(place).key.id;
  const copy = copied(place);
  const program = script(first);
  const said = await Promise.all(Array.from({ length: 8 }, () => program.run(copy)));
  const ids = [...new Set(said.map((line) => line.split(" ")[0]))];
  expect(ids).toHaveLength(1);
  expect(ids).not.toContain(original);
  expect(findWriter(copy)?.id).toBe(ids[0]);
  expect(fs.readdirSync(copy)).toEqual(["keys"]);
});

test("a renamed repository stays itself, and stays itself when it is copied from there", () => {
  const place = freshPlace();
  const { id } = requireWriter(place).key;
  const repo = path.resolve(place, "../..");
  fs.renameSync(repo, `${repo}-renamed`);
  const renamed = path.join(`${repo}-renamed`, ".git", "nerveplane");
  expect(findWriter(renamed)?.id).toBe(id);
  expect(requireWriter(renamed)).toMatchObject({ key: { id }, made: null });
  expect(requireWriter(copied(renamed))).toMatchObject({ made: "copied", former: id });
  expect(requireWriter(renamed).key.id).toBe(id);
});

test("when its key is lost, a clone becomes a new writer and says whom it was", () => {
  const place = freshPlace();
  const { id } = requireWriter(place).key;
  fs.rmSync(path.join(keysIn(place), id));
  expect(findWriter(place)).toBeUndefined();
  expect(requireWriter(place)).toMatchObject({ made: "key lost", former: id });
});

test("a damaged key is said; nobody becomes somebody else unasked", () => {
  const place = freshPlace();
  const { id } = requireWriter(place).key;
  fs.writeFileSync(path.join(keysIn(place), id), "garbage");
  expect(() => requireWriter(place)).toThrow(/is damaged/);
  expect(() => findWriter(place)).toThrow(/is damaged/);
});

for (const [what, text] of [
  ["cut short", '{"writer":"ab'],
  ["empty", ""],
  ["of another form", '{"writer":7}'],
  ["not even an object", "null"],
] as const) {
  test(`a writer file that is ${what} is said, and once it is deleted all goes on`, () => {
    const place = freshPlace();
    const { id } = requireWriter(place).key;
    const file = path.join(keysIn(place), "writer.json");
    fs.writeFileSync(file, text);
    expect(() => requireWriter(place)).toThrow(
      expect.objectContaining({ code: "environment", hint: expect.stringContaining("Delete it") }),
    );
    expect(() => findWriter(place)).toThrow(/is damaged/);
    fs.rmSync(file);
    const writer = requireWriter(place);
    expect(writer.key.id).not.toBe(id);
    expect(requireWriter(place)).toMatchObject({ key: { id: writer.key.id }, made: null });
  });
}

test("a writer whose log forked starts anew with none of the old keys", () => {
  const place = freshPlace();
  const { id } = requireWriter(place).key;
  writeKey(keysIn(place), newKey());
  const writer = becomeNewWriter(place, "forked");
  expect(writer).toMatchObject({ made: "forked", former: id });
  expect(fs.readdirSync(keysIn(place)).sort()).toEqual([writer.key.id, "writer.json"].sort());
});

test("what a killed process left behind is no obstacle: a key that nobody claimed, drafts, keys put aside", () => {
  const place = freshPlace();
  const keys = keysIn(place);
  writeKey(keys, newKey());
  fs.writeFileSync(path.join(keys, "writer.json.4711"), '{"wri');
  fs.mkdirSync(`${keys}.former-4711`);
  const { key } = requireWriter(place);
  expect(requireWriter(place).key.id).toBe(key.id);
  expect(requireWriter(copied(place)).made).toBe("copied");
});

test("a process killed while it makes the first writer, or a copy's, is made up for by the next", async () => {
  const place = freshPlace();
  const program = script(first);
  for (let wait = 25; wait < 70; wait += 5) {
    fs.rmSync(place, { recursive: true, force: true });
    const child = program.start(place);
    const ended = new Promise((resolve) => child.on("close", resolve));
    await new Promise((resolve) => setTimeout(resolve, wait));
    child.kill("SIGKILL");
    await ended;
    const { key } = requireWriter(place);
    expect(requireWriter(place)).toMatchObject({ key: { id: key.id }, made: null });
  }
});
