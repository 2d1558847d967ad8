import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/repository.ts";
import { readDisputed } from "./eval/disputed.ts";

const root = path.resolve(import.meta.dirname, "../..");

interface Pair {
  readonly id: string;
  readonly base: string;
  readonly head: string;
  /** The path under which the files of a pair refer to each other, where the corpus gives it. */
  readonly as?: string;
  readonly [label: string]: unknown;
}

/** Labelled pairs on disk, by the name of their corpus. */
const corporaOf = (corpora: Readonly<Record<string, readonly Pair[]>>): string => {
  const folder = temporaryFolder();
  for (const [name, pairs] of Object.entries(corpora)) {
    fs.mkdirSync(path.join(folder, name));
    const version = (text: string, file: string, as: string | undefined) => {
      fs.writeFileSync(path.join(folder, name, file), text);
      return as === undefined ? { file } : { files: { [as]: file } };
    };
    const listed = pairs.map(({ base, head, as, ...labels }, place) => ({
      ...labels,
      base: version(base, `${place}-base`, as),
      head: version(head, `${place}-head`, as),
    }));
    fs.writeFileSync(path.join(folder, name, "pairs.json"), JSON.stringify({ source: "by hand", pairs: listed }));
  }
  return folder;
};

const run = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, ["--import", "tsx", "test/contracts/eval/main.ts", ...args], { cwd: root, encoding: "utf8" });

const evaluated = (...args: string[]) => {
  const { status, stdout, stderr } = run(...args, "--json");
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
};

const removed = { format: "graphql", base: "type Query { a: Int b: Int }", head: "type Query { a: Int }" };
const added = { format: "graphql", base: removed.head, head: removed.base };
const found = (...rules: string[]) => rules.map((rule) => ({ rule, level: "BREAKING" }));

test("precision and recall are those computed by hand, for us and for the libraries", () => {
  const pairs = [
    { id: "a", ...removed, breaking: true, expected: found("FIELD_REMOVED", "OFTEN") },
    { id: "b", ...removed, breaking: true, expected: found("FIELD_REMOVED", "FIELD_REMOVED") },
    { id: "c", ...removed, breaking: false },
    { id: "d", ...added, breaking: true, expected: found("OFTEN") },
    { id: "e", ...added, breaking: false, expected: [{ rule: "FIELD_ADDED", level: "NON_BREAKING" }] },
    { id: "f", ...added, breaking: false },
    { id: "g", ...removed, breaking: null },
  ];
  const score = { right: 2, falseAlarms: 1, missed: 1, silent: 2, precision: 2 / 3, recall: 2 / 3, f1: 2 / 3, answered: 6, silences: {} };
  const { sections, unknown } = evaluated(corporaOf({ schemas: pairs }));
  expect(sections).toMatchObject([
    {
      ...{ title: "schemas", pairs: 6, breaking: 3 },
      tools: [
        { name: "git nerve", score },
        { name: expect.stringMatching(/^graphql \d/), score },
        { name: expect.stringMatching(/^@graphql-inspector\/core \d/), score },
      ],
      rules: [
        { rule: "FIELD_REMOVED", pairs: 2, found: 2 },
        { rule: "OFTEN", pairs: 2, found: 1 },
      ],
      wrong: [
        { id: "c", breaking: false, answer: { kind: "answered", breaking: true } },
        { id: "d", breaking: true, answer: { kind: "answered", breaking: false } },
      ],
    },
  ]);
  expect(unknown).toEqual(["g"]);
});

test("labels with levels are scored level by level, and a program that is not there is said to be so", () => {
  const renamed = {
    ...{ as: "a.proto", base: 'syntax = "proto3"; message A { int32 one = 1; }', head: 'syntax = "proto3"; message A { int32 two = 1; }' },
    ...{ breakingAt: { FILE: true, WIRE: false }, expected: [{ rule: "FIELD_SAME_NAME", level: "FILE+PACKAGE" }] },
  };
  const { sections } = evaluated(corporaOf({ protobuf: [{ id: "a", ...renamed }] }), "--buf", path.join(root, "no-such-program"));
  const rule = { rule: "FIELD_SAME_NAME", pairs: 1, found: 1 };
  const naming = { both: 1, onlyTheirs: [], onlyOurs: ["a protobuf/field-same-json-name"] };
  expect(sections).toMatchObject([
    { title: "protobuf at FILE", rules: [rule], naming, tools: [{ score: { right: 1, precision: 1, recall: 1 } }, { name: "buf" }] },
    { title: "protobuf at WIRE", rules: [], tools: [{ score: { right: 0, silent: 1 } }, { name: "buf" }] },
  ]);
  for (const { tools } of sections) expect(tools[1].score).toBeNull();
});

test("a corpus may hold several formats under a name that says none, and what is not assessed is missed", () => {
  const deep = `${'{"not":'.repeat(5000)}{}${"}".repeat(5000)}`;
  const pairs = [
    { id: "a", base: '{"type":"string"}', head: '{"type":"number"}', breaking: true },
    { id: "b", base: '{"type":"string"}', head: deep, breaking: true },
    { id: "c", base: '{"type":"map","values":"int"}', head: '{"type":"map","values":"string"}', breaking: true },
    { id: "d", base: "nobody", head: "knows", breaking: true },
  ];
  const { sections, unknown } = evaluated(corporaOf({ semantic: pairs }), "--ours");
  expect(sections).toMatchObject([
    {
      title: "semantic (json-schema)",
      tools: [{ score: { right: 1, missed: 1, answered: 1, silences: { "not assessed": 1 }, recall: 0.5 } }],
    },
    { title: "semantic (avro)", tools: [{ score: { right: 1, missed: 0, answered: 1 } }] },
  ]);
  expect(unknown).toEqual(["d"]);
});

test("a disputed label is shown with the reason and counted as it stands", () => {
  const [[id = "", why = ""] = []] = readDisputed();
  const { stdout } = run(corporaOf({ schemas: [{ id, ...removed, breaking: false }] }), "--ours");
  expect(stdout).toMatch(/git nerve +1 +0\.000/);
  expect(stdout).toContain("1 of 1 labels (100.0 %)");
  expect(stdout).toContain(`${id}: ${why}`);
});

test("who takes too long loses that answer, and after too often is not asked", () => {
  const pairs = ["a", "b", "c"].map((id) => ({ id, ...removed, breaking: true }));
  const { sections } = evaluated(corporaOf({ schemas: pairs }), "--ours", "--seconds", "0.001", "--patience", "2");
  expect(sections).toMatchObject([
    { tools: [{ score: { answered: 0, missed: 2, recall: 0, silences: { "timed out": 2, "not asked": 1 } } }] },
  ]);
});

test("a folder without labelled pairs is said to be so", () => {
  expect(run(temporaryFolder())).toMatchObject({ status: 3, stderr: expect.stringContaining("There is no pairs.json in") });
});
