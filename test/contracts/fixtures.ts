import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { ContractChange, ContractDiff } from "../../src/contracts/change.ts";

/** The files of one side by their path, with forward slashes. Of a side that is one file, the path is `contract.<ext>` on both sides. */
export type FixtureFiles = ReadonlyMap<string, string>;

/** What a format hands in. `rules` are those to compare by: all of them, or all but the one that is being taken out. */
export interface FixtureSuite<R extends { readonly id: string }> {
  /** Folder below `fixtures/contracts` and prefix of all rule ids. */
  readonly format: string;
  readonly rules: readonly R[];
  /** Ids (without the prefix) that the engine says beside its rules, with a folder each. By default "unreadable" alone. */
  readonly beside?: readonly string[];
  /** `options`: what `options.json` of the folder says, else `{}`. */
  diff(before: FixtureFiles, after: FixtureFiles, options: Readonly<Record<string, unknown>>, rules: readonly R[]): ContractDiff;
}

/**
 * Declares the tests for all folders of a format, `fixtures/contracts/<format>/<folder>/{before,after}`, each a file with any extension or a
 * tree of files, with `expected.json` (a list of changes, or `{"not_assessed": reason}`) and perhaps `options.json`. Folders are called
 *
 * - `<rule>` and `<rule>+<variant>`: the rule speaks;
 * - `<rule>--<what it is not>`: looks like it, and the rule says nothing, or says it at another level than in `<rule>`.
 *
 * Every rule has a folder of its own name, every folder a rule, and every rule is missed when it is taken out. `UPDATE_FIXTURES=1` rewrites
 * what is expected.
 */
export const testFixtures = <R extends { readonly id: string }>(suite: FixtureSuite<R>): void => {
  const root = path.resolve(import.meta.dirname, "../../fixtures/contracts", suite.format);
  const folders = fs.readdirSync(root).sort();
  const ids = [...suite.rules.map(({ id }) => id), ...(suite.beside ?? ["unreadable"]).map((name) => `${suite.format}/${name}`)];
  const ownIds = (folder: string) => ids.filter((id) => id === ruleOf(suite.format, folder));

  describe(`${suite.format} fixtures`, () => {
    test("no two rules share an id", () => {
      expect(ids).toEqual([...new Set(ids)]);
    });

    test("every rule has a folder, and every folder a rule", () => {
      expect(ids.filter((id) => !folders.includes(id.slice(suite.format.length + 1)))).toEqual([]);
      expect(folders.filter((folder) => ownIds(folder).length !== 1)).toEqual([]);
    });

    test.each(folders)("%s", (folder) => {
      const fixture = readFixture(path.join(root, folder));
      const diff = suite.diff(fixture.before, fixture.after, fixture.options, suite.rules);
      const expected = expectationOf(diff);
      if (process.env["UPDATE_FIXTURES"]) fs.writeFileSync(fixture.expectedFile, `${JSON.stringify(expected, null, 2)}\n`);
      expect(expected).toEqual(readJson(fixture.expectedFile));
      const own = ruleOf(suite.format, folder);
      if (folder.includes("--")) expect(levelsOf(diff, own)).not.toContain(usualLevel(root, suite.format, own));
      else if (diff.kind === "compared") expect(diff.changes.map(({ rule }) => rule)).toContain(own);
    });

    test.each(folders)("%s: a text compared with itself has no changes", (folder) => {
      const { before, after, options } = readFixture(path.join(root, folder));
      for (const side of [before, after]) {
        const diff = suite.diff(side, side, options, suite.rules);
        if (diff.kind === "compared") expect(diff.changes.filter(({ rule }) => rule !== `${suite.format}/unreadable`)).toEqual([]);
      }
    });

    test.each(suite.rules.map(({ id }) => id))("%s is missed when it is taken out", (id) => {
      const others = suite.rules.filter((rule) => rule.id !== id);
      const named = folders.filter((folder) => ruleOf(suite.format, folder) === id);
      const changed = named.filter((folder) => {
        const { before, after, options, expectedFile } = readFixture(path.join(root, folder));
        return JSON.stringify(expectationOf(suite.diff(before, after, options, others))) !== JSON.stringify(readJson(expectedFile));
      });
      expect(changed).not.toEqual([]);
    });
  });
};

/** The text of a side that is one file. */
export const oneText = (files: FixtureFiles): string => {
  const [text, ...more] = files.values();
  if (text === undefined || more.length > 0) throw new Error(`expected one file, found ${files.size}`);
  return text;
};

const ruleOf = (format: string, folder: string): string => `${format}/${folder.replace(/(?:--|\+).*$/, "")}`;

interface Fixture {
  readonly before: FixtureFiles;
  readonly after: FixtureFiles;
  readonly options: Readonly<Record<string, unknown>>;
  readonly expectedFile: string;
}

const readFixture = (folder: string): Fixture => ({
  before: readSide(folder, "before"),
  after: readSide(folder, "after"),
  options: readOptions(path.join(folder, "options.json")),
  expectedFile: path.join(folder, "expected.json"),
});

const readSide = (folder: string, side: "before" | "after"): FixtureFiles => {
  const entry = fs.readdirSync(folder, { withFileTypes: true }).find(({ name }) => path.parse(name).name === side);
  if (!entry) throw new Error(`${folder} has no ${side}`);
  const at = path.join(folder, entry.name);
  if (!entry.isDirectory()) return new Map([[`contract${path.extname(entry.name)}`, fs.readFileSync(at, "utf8")]]);
  const files = fs.readdirSync(at, { recursive: true, encoding: "utf8" }).filter((file) => fs.statSync(path.join(at, file)).isFile());
  return new Map(files.sort().map((file) => [file.replaceAll(path.sep, "/"), fs.readFileSync(path.join(at, file), "utf8")]));
};

const readOptions = (file: string): Record<string, unknown> => {
  const options: unknown = fs.existsSync(file) ? readJson(file) : {};
  return { ...(typeof options === "object" ? options : {}) };
};

const readJson = (file: string): unknown => JSON.parse(fs.readFileSync(file, "utf8"));

/** As it stands in `expected.json`: a direction only where there is one. */
const expectationOf = (diff: ContractDiff): unknown =>
  diff.kind === "not_assessed" ? { not_assessed: diff.reason } : diff.changes.map(shown);

const shown = ({ direction, ...change }: ContractChange) => (direction === null ? change : { ...change, direction });

const levelsOf = (diff: ContractDiff, id: string): string[] =>
  diff.kind === "compared" ? diff.changes.filter(({ rule }) => rule === id).map(({ level }) => level) : [];

/** The level at which the rule speaks in the folder that has its name. */
const usualLevel = (root: string, format: string, id: string): unknown => {
  const expected = readJson(path.join(root, id.slice(format.length + 1), "expected.json"));
  return Array.isArray(expected) ? expected.find(({ rule }) => rule === id)?.level : undefined;
};
