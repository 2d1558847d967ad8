import { describe, expect, test } from "vitest";
import type { Aftermath } from "../../src/app/prove/aftermath.ts";
import { blamesMerge, looksLikeFix } from "../../src/app/prove/clues.ts";
import { momentsOf } from "../../src/app/prove/earliest.ts";
import { corrects, lineChange, mentions } from "../../src/app/prove/line-change.ts";
import { lossesOf } from "../../src/app/prove/loss.ts";
import type { Mending } from "../../src/app/prove/mending.ts";
import type { Outcome } from "../../src/app/prove/outcome.ts";
import { medianOf, tallyOf } from "../../src/app/prove/tally.ts";
import { verdictOn } from "../../src/app/prove/verdict.ts";
import type { PastCommit } from "../../src/git/history.ts";
import type { ConflictKind, Finding } from "../../src/model/conflict.ts";

const commit = (title: string): PastCommit => ({
  id: "c".repeat(40),
  tree: "d".repeat(40),
  parents: [],
  author: "Sam",
  at: 0,
  title,
  about: title,
  reverts: { commits: [], pullRequests: [] },
});
const clean: Outcome = { conflicted: false, resolved: [], repaired: [], keptOneSide: false };
const quiet: Pick<Aftermath, "over" | "reverted"> = { over: true, reverted: null };
const warning = (kind: ConflictKind, ...symbols: string[]) => ({ kind, files: ["a.ts"], symbols });
const mending = (title: string, of: Mending["of"], text = "total(items, currency)"): Mending => ({
  commit: commit(title),
  path: "a.ts",
  of,
  looksLikeFix: looksLikeFix(title),
  blamesMerge: blamesMerge(title),
  lines: lineChange(null, text),
});

describe("a verdict on a warning", () => {
  test("nothing followed a clean merge: noise", () => {
    expect(verdictOn(warning("same_file"), clean, quiet, [])).toMatchObject({ verdict: "noise" });
  });

  test("git could not merge it: confirmed, with how it was resolved", () => {
    const resolved = (took: Outcome["resolved"][number]["took"]) => ({ ...clean, conflicted: true, resolved: [{ path: "a.ts", took }] });
    const because = (took: Outcome["resolved"][number]["took"]) => verdictOn(warning("merge_conflict"), resolved(took), quiet, []).because;
    expect(because("neither")).toBe("git could not merge it; resolved by hand");
    expect(because("theirs")).toBe("git could not merge it; one side's version was taken");
    expect(because("nothing")).toBe("git could not merge it; resolved by deleting it");
  });

  test("a conflict elsewhere says nothing about a file that merged", () => {
    const outcome: Outcome = { ...clean, conflicted: true, resolved: [{ path: "b.ts", took: "neither" }] };
    expect(verdictOn(warning("same_file"), outcome, quiet, [])).toMatchObject({ verdict: "noise" });
  });

  test("changed in the merge though git merges it: confirmed, in that file only", () => {
    expect(verdictOn(warning("same_file"), { ...clean, repaired: ["a.ts"] }, quiet, [])).toMatchObject({ verdict: "confirmed" });
    expect(verdictOn(warning("same_file"), { ...clean, repaired: ["b.ts"] }, quiet, [])).toMatchObject({ verdict: "noise" });
  });

  const later: readonly (readonly [string, ConflictKind, Mending, "confirmed" | "noise" | "not_assessed"])[] = [
    ["blames the merge", "same_file", mending("Repair what was lost in the merge", "ours"), "confirmed"],
    ["is a fix of both sides' lines and names no symbol", "same_file", mending("fix: rounding", "both"), "not_assessed"],
    ["is a fix of both sides' lines and names the symbol", "same_symbol", mending("fix: rounding", "both"), "confirmed"],
    ["is a fix of one side's lines of a symbol that both changed", "same_symbol", mending("fix: rounding", "ours"), "not_assessed"],
    ["is a fix of one side's use of the symbol", "semantic_conflict", mending("fix: pass the currency", "theirs"), "confirmed"],
    [
      "is a fix of one side's lines without the symbol",
      "semantic_conflict",
      mending("fix: typo", "theirs", "other(things, here)"),
      "not_assessed",
    ],
    ["goes on with the work of both", "same_file", mending("feat: more", "both"), "not_assessed"],
    ["goes on with the work of one", "same_file", mending("feat: more", "theirs"), "noise"],
  ];
  test.each(later)("what follows %s", (_, kind, mended, verdict) => {
    expect(verdictOn(warning(kind, ...(kind === "same_file" ? [] : ["Cart.total"])), clean, quiet, [mended])).toMatchObject({ verdict });
  });

  test("what history does not tell stays open", () => {
    const open = { verdict: "not_assessed" };
    expect(verdictOn(warning("same_file"), { ...clean, keptOneSide: true }, quiet, [])).toMatchObject(open);
    expect(verdictOn(warning("same_file"), clean, { ...quiet, over: false }, [])).toMatchObject(open);
    expect(verdictOn(warning("same_file"), clean, { ...quiet, reverted: commit("Revert") }, [])).toMatchObject({
      ...open,
      by: "c".repeat(40),
    });
  });
});

describe("words in titles", () => {
  test.each(["fix: rounding", "Hotfix for totals", "Restore the import", 'Revert "Totals"', "oops, forgot a file"])(
    "%j looks like a fix",
    (title) => {
      expect(looksLikeFix(title)).toBe(true);
    },
  );
  test.each(["feat: prefixes", "Add a suffix", "docs: how to release", "bump version"])("%j does not", (title) => {
    expect(looksLikeFix(title)).toBe(false);
  });
  test.each(["Fix build after merge", "fix bad merge", "Resolve merge conflicts", "Undo a mismerge", "broken by the last rebase"])(
    "%j blames a merge",
    (title) => {
      expect(blamesMerge(title)).toBe(true);
    },
  );
  test.each(["Fix merging of options", "Merge branch 'main'", "fix: merge two arrays"])("%j does not", (title) => {
    expect(blamesMerge(title)).toBe(false);
  });
});

describe("lines of a change", () => {
  const before = "function total(items) {\n  return items.length;\n}\n";
  const side = lineChange(before, before.replace("items.length", "sum(items, tax)"));

  test("taking them out again, or bringing back what they replaced, corrects them", () => {
    expect(corrects(lineChange("return sum(items, tax);\n", ""), side)).toBe(true);
    expect(corrects(lineChange("", "return items.length;\n"), side)).toBe(true);
  });

  test("other lines do not, nor do such as stand everywhere, nor moving them", () => {
    expect(corrects(lineChange("return another(thing);\n", ""), side)).toBe(false);
    expect(corrects(lineChange("  } else {\n", ""), lineChange("", "} else {\n"))).toBe(false);
    expect(lineChange("one line here\nanother line\n", "another line\n  one line here\n")).toEqual({
      removed: new Map(),
      added: new Map(),
    });
  });

  test("a name is mentioned as a word", () => {
    expect(mentions(side, "sum")).toBe(true);
    expect(mentions(side, "su")).toBe(false);
    expect(mentions(side, "$&(")).toBe(false);
  });
});

describe("what was missed", () => {
  const own = { ours: new Map([["a.ts", change("a.ts")]]), theirs: new Map([["b.ts", change("b.ts")]]) };
  const said = (severity: Finding["severity"], kind: ConflictKind = "same_file"): Finding => ({
    ...warning(kind),
    severity,
    place: "a.ts",
    summary: "",
    evidence: {},
    suggestedAction: "",
  });

  test("a repair in the merge where nothing high was said, with what was said quietly", () => {
    const repaired: Outcome = { ...clean, repaired: ["a.ts"] };
    expect([...lossesOf({ own }, repaired, [], [said("medium")])]).toMatchObject([
      { kind: "repaired", files: ["a.ts"], quietly: [{ kind: "same_file", severity: "medium" }] },
    ]);
    expect([...lossesOf({ own }, repaired, [], [said("high")])]).toEqual([]);
  });

  test("what the merger added to files that neither side had touched is their own work", () => {
    expect([...lossesOf({ own }, { ...clean, repaired: ["version.txt"] }, [], [])]).toEqual([]);
  });

  test("later changes of what landed that blame the merge, once a commit", () => {
    const mended = mending("Fix bad merge", "ours");
    expect([...lossesOf({ own }, clean, [mended, { ...mended, path: "b.ts" }], [])]).toMatchObject([
      { kind: "mended", files: ["a.ts", "b.ts"] },
    ]);
    expect([...lossesOf({ own }, clean, [mending("fix: rounding", "both")], [])]).toEqual([]);
  });
});

test("how early: each moment has the latest commit of each side, from when both had one", () => {
  const at = (id: string, time: number) => ({ id, at: time });
  expect(momentsOf([at("a", 10), at("b", 30)], [at("x", 20), at("y", 40)])).toEqual([
    { ours: "a", theirs: "x", at: 20 },
    { ours: "b", theirs: "x", at: 30 },
    { ours: "b", theirs: "y", at: 40 },
  ]);
  expect(momentsOf([at("a", 10)], [])).toEqual([]);
});

test("counts are by kind and severity, strongest first; the median is a number that was there", () => {
  const one = (kind: ConflictKind, severity: Finding["severity"], verdict: "confirmed" | "noise") => ({ kind, severity, verdict });
  expect(
    tallyOf([one("same_file", "low", "noise"), one("same_file", "high", "noise"), one("merge_conflict", "high", "confirmed")]),
  ).toEqual([
    { kind: "merge_conflict", severity: "high", warned: 1, confirmed: 1, noise: 0, notAssessed: 0 },
    { kind: "same_file", severity: "high", warned: 1, confirmed: 0, noise: 1, notAssessed: 0 },
    { kind: "same_file", severity: "low", warned: 1, confirmed: 0, noise: 1, notAssessed: 0 },
  ]);
  expect([medianOf([]), medianOf([3, 1, 2]), medianOf([4, 1])]).toEqual([null, 2, 1]);
});

function change(path: string) {
  return { path, status: "modified", oldMode: "100644", newMode: "100644", oldBlob: "1", newBlob: "2" } as const;
}
