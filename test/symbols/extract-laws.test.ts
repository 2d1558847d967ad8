import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Definition, FileFacts } from "../../src/model/code.ts";
import type { Extractor } from "../../src/symbols/extract.ts";
import { languageOf, languages } from "../../src/symbols/languages.ts";
import { likeness } from "../../src/symbols/likeness.ts";
import { openExtractor } from "./extractor.ts";

let extractor: Extractor;
beforeAll(async () => {
  extractor = await openExtractor();
});
afterAll(() => extractor.close());

const factsOf = async (text: string, file = "a.ts"): Promise<FileFacts> => {
  const language = languageOf(file);
  const facts = language && (await extractor.extract(language, text));
  if (!facts || "reason" in facts) throw new Error(`not read: ${facts?.reason}`);
  return facts;
};

const named = async (name: string, text: string): Promise<Definition> => {
  const found = (await factsOf(text)).definitions.find((definition) => definition.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};

describe("comments and blank lines change nothing but lines", () => {
  const fixtures = path.resolve(import.meta.dirname, "../../fixtures/symbols");
  const cases = languages.flatMap(({ name }) => {
    const folder = path.join(fixtures, name);
    return fs.existsSync(folder) ? fs.readdirSync(folder).map((one) => path.join(folder, one)) : [];
  });

  for (const folder of cases) {
    test(path.relative(fixtures, folder), async () => {
      const input = fs.readdirSync(folder).find((file) => file.startsWith("input.")) ?? "";
      const text = fs.readFileSync(path.join(folder, input), "utf8");
      const language = languageOf(input);
      const facts = language && (await extractor.extract(language, text));
      if (!language || !facts || "reason" in facts) return;
      const comment = language.name === "python" ? "# load" : "// load";
      const spaced = text
        .split("\n")
        .map((line) => (/^(?:export|import|const|class|function|def|func|pub|fn|type)\b/.test(line) ? `\n${comment}\n\n${line}` : line));
      const again = await factsOf(spaced.join("\n"), input);
      expect(again.definitions.map(hashes)).toEqual(facts.definitions.map(hashes));
      expect(again.uses.map(({ line: _, ...use }) => use)).toEqual(facts.uses.map(({ line: _, ...use }) => use));
    });
  }

  const hashes = ({ name, own, body, sketch }: Definition): object => ({ name, own, body, sketch });
});

test("white space and comments inside a body do not count, those inside a string do", async () => {
  const plain = await named("a", 'export const a = (x) => { return x + "b c"; };');
  const spaced = await named("a", 'export const a = (x) =>\n{\n  // why\n  return x /* how */ + "b c";\n};');
  const other = await named("a", 'export const a = (x) => { return x + "b  c"; };');
  expect(spaced.own).toBe(plain.own);
  expect(other.own).not.toBe(plain.own);
});

test("a class's own tokens are without its members, its body is with them", async () => {
  const before = await named("Store", "class Store extends Base { load() { return 1; } }");
  const after = await named("Store", "class Store extends Base { load() { return 2; } }");
  expect(after.own).toBe(before.own);
  expect(after.body).not.toBe(before.body);
  expect((await named("Store", "class Store extends Other { load() { return 1; } }")).own).not.toBe(before.own);
});

test("a renamed definition keeps its body, also where it calls itself", async () => {
  const before = await named("count", "export function count(n: number): number { return n ? 1 + count(n - 1) : 0; }");
  const after = await named("total", "function total(n: number): number { return n ? 1 + total(n - 1) : 0; }");
  expect(after.body).toBe(before.body);
  expect(after.own).not.toBe(before.own);
  expect(likeness(after.sketch, before.sketch)).toBe(1);
});

const body = (lines: readonly string[]): string => `export function make(input) {\n${lines.join("\n")}\n}`;
const lines = Array.from({ length: 30 }, (_, at) => `  const step${at} = input.part${at} + make${at}(${at});`);

test("the likeness of two bodies is about the share of what they have in common", async () => {
  const whole = await named("make", body(lines));
  const edited = await named("make", body([...lines.slice(0, 28), "  return input.all();"]));
  const half = await named(
    "make",
    body([...lines.slice(0, 15), ...lines.slice(15).map((line) => line.replaceAll(/[a-z]+(?=\d)/g, "other"))]),
  );
  const other = await named(
    "make",
    'export function make(a) { for (const b of a) if (b.ready) throw new Error("no", { cause: b }); else a.push(...b); }',
  );
  expect(likeness(whole.sketch, edited.sketch)).toBeGreaterThan(0.8);
  expect(likeness(whole.sketch, half.sketch)).toBeGreaterThan(0.2);
  expect(likeness(whole.sketch, half.sketch)).toBeLessThan(0.7);
  expect(likeness(whole.sketch, other.sketch)).toBeLessThan(0.2);
});

test("too few tokens tell nothing", async () => {
  const short = await named("a", "const a = 1;");
  expect(short.sketch).toBe("");
  expect(likeness(short.sketch, short.sketch)).toBe(0);
});

test("the same text gives the same facts, in whatever order texts are read", async () => {
  const text = 'import { a } from "./a";\nexport const b = a(1);';
  const first = await factsOf(text);
  await factsOf("class Other { b() {} }", "b.js");
  await factsOf("export const (broken");
  expect(await factsOf(text)).toEqual(first);
});
