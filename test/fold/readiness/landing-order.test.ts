import fc from "fast-check";
import { expect, test } from "vitest";
import { landingOrder } from "../../../src/fold/readiness/landing-order.ts";
import type { Work } from "../../../src/fold/readiness/work.ts";
import { openConflicts } from "../../../src/fold/select.ts";
import type { Conflict } from "../../../src/model/conflict.ts";
import { conflictBetween, idOf } from "../../support/plane.ts";
import { oidOf, stateWith, workOf } from "../../support/works.ts";

/** The suggested order, each line a name and why. */
const orderOf = (works: readonly Work[], conflicts: readonly Conflict[] = []): string[] =>
  landingOrder(
    works,
    openConflicts(
      stateWith(
        works.map(({ agent }) => agent.name),
        conflicts,
      ),
    ),
  ).map(({ work, because }) => `${work.agent.name}: ${because}`);

const namesIn = (lines: readonly string[]) => lines.map((line) => line.split(":")[0]);

/** `definer` changes what `user` uses. */
const breaks = (definer: string, user: string): Conflict => {
  const conflict = conflictBetween([definer, user], { kind: "semantic_conflict" });
  const [did, uses] = [{ did: "renamed" }, { uses: [] }];
  const definerIsFirst = conflict.agents[0]?.id === idOf(definer);
  return { ...conflict, evidence: definerIsFirst ? { ours: did, theirs: uses } : { ours: uses, theirs: did } };
};

test("the smallest lands first, then the oldest, when nobody is in conflict", () => {
  const works = [
    workOf("alice", { files: ["a", "b"] }),
    workOf("bob", { joinedAt: "2030-01-02T00:00:00Z" }),
    workOf("carol", { joinedAt: "2030-01-01T00:00:00Z" }),
  ];
  expect(orderOf(works)).toEqual([
    "carol: It is in conflict with nobody.",
    "bob: It is in conflict with nobody.",
    "alice: It is in conflict with nobody.",
  ]);
});

test("of two in conflict, what is committed lands first, then the smaller, then the older", () => {
  const bob = workOf("bob", { files: ["a", "b"], joinedAt: "2030-01-02T00:00:00Z" });
  const firstBeside = (alice: Work) => orderOf([bob, alice], [conflictBetween(["alice", "bob"])])[0];
  expect(firstBeside(workOf("alice", { uncommitted: "some" }))).toBe("bob: alice adapts to it: more of it is committed.");
  expect(firstBeside(workOf("alice"))).toBe("alice: bob adapts to it: it is the smaller change.");
  expect(firstBeside(workOf("alice", { files: ["a", "b"] }))).toBe("alice: bob adapts to it: it is as small, and older.");
});

test("what is in conflict with everybody lands last: it adapts once, instead of everybody to it", () => {
  const works = [workOf("hub"), workOf("alice", { files: ["a", "b"] }), workOf("bob", { files: ["a", "b"] })];
  expect(orderOf(works, [conflictBetween(["hub", "alice"]), conflictBetween(["hub", "bob"])])).toEqual([
    "alice: hub adapts to it: it has less to settle with others.",
    "bob: hub adapts to it: it has less to settle with others.",
    "hub: It adapts to alice and bob, which are in by then.",
  ]);
});

test("of many, some are named", () => {
  const others = ["a", "b", "c", "d", "e"];
  const works = [workOf("hub"), ...others.map((name) => workOf(name))];
  const conflicts = others.map((name) => conflictBetween(["hub", name]));
  expect(orderOf(works, conflicts).at(-1)).toBe("hub: It adapts to a, b, c and 2 more, which are in by then.");
});

test("who changes a definition lands before those who use it, even if it is in conflict with all of them", () => {
  const works = [workOf("definer", { files: ["a", "b", "c"] }), workOf("alice"), workOf("bob")];
  expect(orderOf(works, [breaks("definer", "alice"), breaks("definer", "bob")])).toEqual([
    "definer: It changes what alice and bob use and adapt to afterwards.",
    "alice: It adapts to definer, which is in by then.",
    "bob: It adapts to definer, which is in by then.",
  ]);
});

test("who changes the source of what the other one generates lands first, and neither when both do or it is about something else", () => {
  const works = [workOf("alice"), workOf("bob", { files: ["a", "b"] })];
  const stale = (sources: Readonly<Record<string, string[]>>) => {
    const conflict = conflictBetween(["alice", "bob"], { kind: "stale_generated" });
    const [ours, theirs] = conflict.agents.map(({ name }) => ({ sources: sources[name] ?? [] }));
    return { ...conflict, evidence: { ours: ours ?? null, theirs: theirs ?? null } };
  };
  expect(namesIn(orderOf(works, [stale({ bob: ["api.yaml"] })]))).toEqual(["bob", "alice"]);
  const other = { ...stale({ bob: ["api.yaml"] }), kind: "same_file" as const };
  expect(namesIn(orderOf(works, [other]))).toEqual(["alice", "bob"]);
  expect(namesIn(orderOf(works, [stale({ bob: ["api.yaml"], alice: ["more.yaml"] })]))).toEqual(["alice", "bob"]);
});

test("work that stands on other work comes after it, whatever that costs", () => {
  const stacked = workOf("stacked", { commits: [oidOf("stacked"), oidOf("ground")] });
  const works = [stacked, workOf("ground", { files: ["a", "b", "c"] })];
  expect(orderOf(works, [breaks("stacked", "ground")])).toEqual([
    "ground: stacked adapts to it: that way fewer have to adapt.",
    "stacked: It stands on ground.",
  ]);
});

test("claims that go round in a circle bind nobody", () => {
  const works = [workOf("alice", { commits: [oidOf("bob")] }), workOf("bob", { commits: [oidOf("alice")] })];
  expect(namesIn(orderOf(works))).toEqual(["alice", "bob"]);
});

const names = ["a", "b", "c", "d", "e"];
const graph = fc.record({
  sizes: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: names.length, maxLength: names.length }),
  edges: fc.uniqueArray(fc.record({ from: fc.nat(4), to: fc.nat(4), directed: fc.boolean() }), {
    maxLength: 8,
    selector: ({ from, to }) => [from, to].sort().join(),
  }),
});

const worksAndConflicts = ({ sizes, edges }: { sizes: number[]; edges: { from: number; to: number; directed: boolean }[] }) => ({
  works: names.map((name, at) => workOf(name, { files: Array.from({ length: sizes[at] ?? 1 }, (_, n) => `${name}${n}`) })),
  conflicts: edges.flatMap(({ from, to, directed }) => {
    const pair = [names[from] ?? "", names[to] ?? ""] as const;
    return from === to ? [] : [directed ? breaks(...pair) : conflictBetween(pair)];
  }),
});

test("the order does not depend on the order in which the works are listed", () => {
  fc.assert(
    fc.property(graph, fc.shuffledSubarray(names, { minLength: names.length }), (drawn, shuffled) => {
      const { works, conflicts } = worksAndConflicts(drawn);
      const mixed = shuffled.flatMap((name) => works.find(({ agent }) => agent.name === name) ?? []);
      expect(orderOf(mixed, conflicts)).toEqual(orderOf(works, conflicts));
    }),
  );
});
