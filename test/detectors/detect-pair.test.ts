import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "../../src/base/canonical-json.ts";
import { conflictOf, mirroredFinding } from "../../src/detectors/conflict-of.ts";
import { detectors, detectPair } from "../../src/detectors/index.ts";
import type { Change } from "../../src/model/change.ts";
import { conflictKinds, type Party } from "../../src/model/conflict.ts";
import type { Break, BreakCause, DefinitionKind, PairCode, SymbolChange } from "../../src/model/code.ts";
import { type Edit, type Merge, mirroredPair, noCode, type PairInput } from "../../src/model/pair.ts";
import { change, edit, pair, predicted, side } from "../support/pairs.ts";

const unknown: Merge = { kind: "not_assessed", reason: "the content of one side is not in this clone" };

/** What is found, in short: kind, severity and place. */
const found = (input: PairInput): string[] => detectPair(input).map(({ kind, severity, place }) => `${kind} ${severity} ${place}`);

const both = (path: string, fields: Partial<Change> = {}) =>
  [side("A", [change(path, "1", fields)]), side("B", [change(path, "2", fields)])] as const;

test("every kind has one detector", () => {
  expect(detectors.map(({ kind }) => kind)).toEqual(conflictKinds);
});

test("two edits of one file that merge are told, with their distance", () => {
  const [ours, theirs] = [
    side("A", [change("a.ts", "1")], { "a.ts": edit([[3, 2]]) }),
    side("B", [change("a.ts", "2")], {
      "a.ts": edit([
        [9, 1],
        [40, 1],
      ]),
    }),
  ];
  expect(detectPair(pair(ours, theirs))).toMatchObject([
    {
      kind: "same_file",
      severity: "high",
      place: "a.ts",
      summary: "a.ts is being changed in both worktrees, 4 lines apart; git merges it cleanly",
      evidence: {
        mergesCleanly: true,
        distance: 4,
        ours: { hunks: [{ start: 3 }] },
        trees: { base: "base", ours: "A", theirs: "B", merged: "merged" },
      },
    },
  ]);
});

test("a file that git cannot merge is one conflict, not two", () => {
  const findings = detectPair(pair(...both("a.ts"), predicted(["content", "a.ts"])));
  expect(findings).toMatchObject([
    { kind: "merge_conflict", severity: "high", place: "a.ts", evidence: { type: "content", also: ["same_file"] } },
  ]);
});

test("what git says twice about one file is said once, with the special reason", () => {
  const findings = detectPair(pair(...both("logo.png"), predicted(["binary", "logo.png"], ["content", "logo.png"])));
  expect(findings).toMatchObject([{ evidence: { type: "binary" }, summary: expect.stringContaining("binary") }]);
});

test("the same result on both sides says nothing", () => {
  const same = () => [change("a.ts", "1", { package: "" }), change("b.ts", null, { package: "" })];
  expect(found(pair(side("A", same()), side("B", same())))).toEqual([]);
});

test("the same content with another mode is not the same result", () => {
  const [ours, theirs] = [side("A", [change("run.sh", "1")]), side("B", [change("run.sh", "1", { newMode: "100755" })])];
  expect(found(pair(ours, theirs))).toEqual(["same_file high run.sh"]);
});

test("different files of one package are told once for the pair, and not beside anything stronger", () => {
  const at = (path: string, owner: string | null) => change(path, path, { package: owner });
  const ours = [at("x/1", "x"), at("x/2", "x"), at("y/1", "y"), at("z", null)];
  const theirs = [at("x/3", "x"), at("y/2", "y"), at("w", null)];
  expect(detectPair(pair(side("A", ours), side("B", theirs), { kind: "not_needed" }))).toMatchObject([
    { kind: "same_package", severity: "medium", place: "", evidence: { packages: ["x", "y"], ours: { files: ["x/1", "x/2", "y/1"] } } },
  ]);
  const shared = { path: "x/1", newBlob: "other" };
  expect(found(pair(side("A", ours), side("B", [...theirs, change(shared.path, shared.newBlob, { package: "x" })])))).toEqual([
    "same_file high x/1",
  ]);
});

test("different packages, and files of no package, say nothing", () => {
  const [ours, theirs] = [
    side("A", [change("x/1", "1", { package: "x" }), change("r", "1")]),
    side("B", [change("y/1", "1", { package: "y" }), change("s", "1")]),
  ];
  expect(found(pair(ours, theirs))).toEqual([]);
});

test("without the other side's content the file is told all the same, and the merge is open", () => {
  expect(detectPair(pair(...both("a.ts"), unknown))).toMatchObject([
    { kind: "same_file", severity: "high", evidence: { mergesCleanly: null, reason: unknown.reason, distance: null } },
  ]);
});

test("a deletion and an edit that nobody could merge are told", () => {
  expect(found(pair(side("A", [change("a", null)]), side("B", [change("a", "1")]), unknown))).toEqual(["same_file high a"]);
});

test("both adding at the end of a registry is advice", () => {
  const sides = (["A", "B"] as const).map((name) => side(name, [change("index.ts", name)], { "index.ts": edit([[9, 0]], true) }));
  const [ours, theirs] = sides;
  if (!ours || !theirs) throw new Error("no sides");
  expect(found(pair(ours, theirs, predicted(["content", "index.ts"])))).toEqual(["merge_conflict low index.ts"]);
  expect(found(pair(ours, theirs, unknown))).toEqual(["same_file low index.ts"]);
});

test("only one of them adding at the end is no advice", () => {
  const ours = side("A", [change("index.ts", "1")], { "index.ts": edit([[9, 0]], true) });
  const theirs = side("B", [change("index.ts", "2")], { "index.ts": edit([[9, 1]]) });
  expect(found(pair(ours, theirs, predicted(["content", "index.ts"])))).toEqual(["merge_conflict high index.ts"]);
});

test.each(["package-lock.json", "web/yarn.lock", "go.sum", "Cargo.lock", "uv.lock"])("%s can be written again, so it is advice", (path) => {
  expect(found(pair(...both(path), predicted(["content", path])))).toEqual([`merge_conflict low ${path}`]);
  expect(found(pair(...both(path)))).toEqual([`dependency_drift low ${path}`]);
});

test("a move beside an edit is mild when git carries the edit along, and not when content changed with the move", () => {
  const edited = side("B", [change("a.ts", "2")]);
  const moved = (blob: string) => side("A", [change("b.ts", blob, { status: "renamed", oldPath: "a.ts" })]);
  expect(found(pair(moved("0"), edited))).toEqual(["same_file low a.ts"]);
  expect(found(pair(moved("1"), edited))).toEqual(["same_file high a.ts"]);
  expect(detectPair(pair(moved("1"), edited, predicted(["content", "b.ts"])))).toMatchObject([
    { kind: "merge_conflict", evidence: { also: ["same_file"] } },
  ]);
});

test("a new mode beside an edit is mild", () => {
  expect(found(pair(side("A", [change("a", "0", { newMode: "100755" })]), side("B", [change("a", "1")])))).toEqual(["same_file low a"]);
});

test("two pointers to a submodule that could not be merged are told", () => {
  const gitlink = { oldMode: "160000", newMode: "160000" };
  expect(found(pair(...both("lib", gitlink), predicted(["submodule", "lib"])))).toEqual(["merge_conflict high lib"]);
});

test("more than 20 of one kind are one, as severe as the worst of them", () => {
  const paths = Array.from({ length: 100 }, (_, n) => `f${n}/run.sh`);
  const ours = side("1", [...paths.map((path) => change(path, "0", { newMode: "100755" })), change("a.ts", "1")]);
  const theirs = side("2", [...paths.map((path) => change(path, "2")), change("a.ts", "2")]);
  const findings = detectPair(pair(ours, theirs, predicted(["content", "a.ts"])));
  expect(findings).toMatchObject([
    { kind: "merge_conflict", place: "a.ts" },
    { kind: "same_file", place: "*", severity: "low", evidence: { count: 100, fileCount: 100 } },
  ]);
  expect(found(pair(ours, theirs))).toEqual(["same_file high *"]);
  expect(findings[1]?.files).toHaveLength(100);
});

test("20 of one kind are still 20", () => {
  const all = (blob: string) =>
    side(
      blob,
      Array.from({ length: 20 }, (_, n) => change(`f${n}`, blob)),
    );
  expect(found(pair(all("1"), all("2")))).toHaveLength(20);
});

test("a summary is one line without control characters, however odd the path", () => {
  const path = `\u001b[31mred\n\u202e${"x".repeat(4096)}`;
  for (const merge of [predicted(), predicted(["content", path]), unknown]) {
    const [finding] = detectPair(pair(...both(path), merge));
    expect(finding).toMatchObject({ place: path, files: [path] });
    expect(finding?.summary.length).toBeLessThan(300);
    expect(`${finding?.summary}${finding?.suggestedAction}`).not.toMatch(/[\u0000-\u001f\u202e]/);
  }
});

const alice: Party = { id: "alice", name: "Alice", branch: "a" };
const bob: Party = { id: "bob", name: "Bob", branch: "b" };

test("the same conflict seen from both ends is one statement", () => {
  const input = pair(...both("a.ts"), predicted(["content", "a.ts"]));
  const seen = detectPair(input).map((finding) => conflictOf(finding, [alice, bob], { alice: 1, bob: 2 }));
  const mirrored = detectPair(mirroredPair(input)).map((finding) => conflictOf(finding, [bob, alice], { alice: 1, bob: 2 }));
  expect(mirrored).toEqual(seen);
  expect(seen).toMatchObject([
    { agents: [alice, bob], evidence: { trees: { ours: "A", theirs: "B" } }, fingerprint: expect.stringMatching(/^[a-z2-7]{20}$/) },
  ]);
});

const paths = fc.constantFrom("a.ts", "b.ts", "d/c.ts", "package-lock.json", "d/e/f");
const blobs = fc.constantFrom("0", "1", "2", null);
const anyChange = fc
  .record({
    path: paths,
    blob: blobs,
    owner: fc.constantFrom(null, "", "d"),
    oldPath: fc.option(fc.constantFrom("x.ts", "y.ts"), { nil: undefined }),
  })
  .map(({ path, blob, owner, oldPath }) =>
    change(path, blob, { package: owner, ...(oldPath && blob !== null && { oldPath, status: "renamed" as const }) }),
  );
const anyEdit = fc
  .record({ hunks: fc.array(fc.tuple(fc.nat(50), fc.nat(5)), { maxLength: 4 }), appends: fc.boolean() })
  .map(({ hunks, appends }): Edit =>
    edit(
      hunks.sort(([a], [b]) => a - b),
      appends,
    ),
  );
const anySide = fc
  .record({ snapshot: fc.constantFrom("A", "B"), changes: fc.array(anyChange, { maxLength: 5 }), edits: fc.dictionary(paths, anyEdit) })
  .map(({ snapshot, changes, edits }) => side(snapshot, changes, edits));
const anyMerge = fc.oneof(
  fc.constant(unknown),
  fc.constant<Merge>({ kind: "not_needed" }),
  fc
    .array(fc.tuple(fc.constantFrom("content", "binary", "modify/delete", "novel"), paths), { maxLength: 4 })
    .map((all) => predicted(...all)),
);
const names = fc.constantFrom("loadUser", "Store", "Store.load", "default");
const kinds = fc.constantFrom<DefinitionKind>("function", "class", "method");
const line = fc.integer({ min: 1, max: 50 });
const anySymbol = fc.record({
  ...{ path: paths, name: names, kind: kinds, exported: fc.boolean(), line, endLine: line, own: fc.constantFrom("", "1", "2") },
  change: fc.constantFrom<SymbolChange["change"]>("added", "removed", "changed"),
});
const anyMark = fc.record({
  kind: fc.constantFrom("route" as const, "env" as const),
  key: fc.constantFrom("GET /users", "API_KEY"),
  line,
  path: paths,
});
const anySideCode = fc.record({
  symbols: fc.uniqueArray(anySymbol, { maxLength: 4, selector: ({ path, name }) => `${path} ${name}` }),
  reformatted: fc.subarray(["a.ts", "b.ts"]),
  marks: fc.array(anyMark, { maxLength: 2 }),
});
const anyBreak: fc.Arbitrary<Break> = fc.record({
  ...{ by: fc.constantFrom("ours" as const, "theirs" as const), kind: kinds, symbol: fc.oneof(names, fc.constant("")) },
  cause: fc.constantFrom<BreakCause>("removed", "renamed", "module moved", "signature changed", "import removed"),
  definer: fc.record({ path: paths, line }),
  became: fc.option(fc.record({ path: paths, symbol: names, line, likeness: fc.constantFrom(0.5, 1) })),
  detail: fc.constant("it is gone"),
  uses: fc.array(fc.record({ path: paths, line, form: fc.constant("call" as const), within: fc.option(names) }), {
    minLength: 1,
    maxLength: 3,
  }),
});
const anyCode: fc.Arbitrary<PairCode> = fc
  .record({ ours: anySideCode, theirs: anySideCode, breaks: fc.array(anyBreak, { maxLength: 3 }) })
  .map((code) => ({ ...noCode, ...code }));
const anyPair = fc
  .record({ ours: anySide, theirs: anySide, merge: anyMerge, code: anyCode })
  .map(({ ours, theirs, merge, code }) => ({ ...pair(ours, theirs, merge), code }));

test("the mirrored pair gives the mirrored findings", () => {
  fc.assert(
    fc.property(anyPair, (input) => {
      expect(detectPair(mirroredPair(input))).toEqual(detectPair(input).map(mirroredFinding));
    }),
  );
});

test("what is found has a canonical form, and nothing is said twice of one place", () => {
  fc.assert(
    fc.property(anyPair, (input) => {
      const findings = detectPair(input);
      canonicalJson(findings);
      expect(new Set(findings.map(({ kind, place }) => `${kind} ${place}`)).size).toBe(findings.length);
    }),
  );
});
