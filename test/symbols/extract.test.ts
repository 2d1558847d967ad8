import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Extractor } from "../../src/symbols/extract.ts";
import { languageOf, languages } from "../../src/symbols/languages.ts";
import { openExtractor } from "./extractor.ts";
import { shownFacts } from "./shown-facts.ts";

const fixtures = path.resolve(import.meta.dirname, "../../fixtures/symbols");

let extractor: Extractor;
beforeAll(async () => {
  extractor = await openExtractor();
});
afterAll(() => extractor.close());

for (const { name } of languages) {
  const folder = path.join(fixtures, name);
  for (const one of fs.existsSync(folder) ? fs.readdirSync(folder) : []) {
    test(`${name}: ${one.replaceAll("-", " ")}`, async () => {
      const input = fs.readdirSync(path.join(folder, one)).find((file) => file.startsWith("input.")) ?? "";
      const language = languageOf(input);
      expect(language?.name).toBe(name);
      if (!language) return;
      const facts = await extractor.extract(language, fs.readFileSync(path.join(folder, one, input), "utf8"));
      const expected = path.join(folder, one, "expected.json");
      if (process.env["UPDATE_FIXTURES"]) fs.writeFileSync(expected, shownFacts(facts));
      expect(shownFacts(facts)).toBe(fs.readFileSync(expected, "utf8"));
    });
  }
}

test("every language has cases", () => {
  expect(languages.map(({ name }) => name).filter((name) => !fs.existsSync(path.join(fixtures, name)))).toEqual([]);
});
