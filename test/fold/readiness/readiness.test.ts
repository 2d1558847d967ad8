import fc from "fast-check";
import { expect, test } from "vitest";
import { agentStatusChanged } from "../../../src/events/agent-status-changed.ts";
import { taskUpdated } from "../../../src/events/task-updated.ts";
import { readinessOf } from "../../../src/fold/readiness/readiness.ts";
import { notAsked } from "../../../src/fold/readiness/work.ts";
import { severities } from "../../../src/model/severity.ts";
import { conflictBetween, idOf } from "../../support/plane.ts";
import { oidOf, stateWith, workOf, type WorkOptions } from "../../support/works.ts";

const alone = stateWith(["alice"]);

/** What is taken off alice's work, as points and sentences. */
const reasonsFor = (options: WorkOptions, state = alone, others: readonly ReturnType<typeof workOf>[] = []) =>
  readinessOf(state, workOf("alice", options), others).reasons.map(({ points, reason }) => `${points} ${reason}`);

test("work that is committed, on the newest main and in nobody's way is at 100", () => {
  expect(readinessOf(alone, workOf("alice"), [])).toEqual({ score: 100, reasons: [], notAssessed: [] });
});

test("who has nothing to land has no score", () => {
  expect(readinessOf(alone, workOf("alice", { files: [] }), []).score).toBeNull();
});

test("conflicts with one agent are one reason: the worst speaks, further ones add a little", () => {
  const places = ["a.ts", "b.ts", "c.ts"];
  const state = stateWith(
    ["alice", "bob"],
    places.map((place) => ({
      ...conflictBetween(["alice", "bob"], { place }),
      severity: place === "b.ts" ? ("high" as const) : ("medium" as const),
    })),
  );
  expect(readinessOf(state, workOf("alice"), [])).toMatchObject({
    score: 60,
    reasons: [
      { points: 40, reason: "3 conflicts with bob, the worst high: alice and bob both change b.ts", action: "Agree on who goes first." },
    ],
  });
});

test("conflicts with two agents are two reasons, and those of others are none", () => {
  const state = stateWith(
    ["alice", "bob", "carol"],
    [conflictBetween(["alice", "bob"]), conflictBetween(["alice", "carol"]), conflictBetween(["bob", "carol"])],
  );
  expect(readinessOf(state, workOf("alice"), []).reasons.map(({ reason }) => reason)).toEqual([
    "A high conflict with bob: alice and bob both change a.ts",
    "A high conflict with carol: alice and carol both change a.ts",
  ]);
});

const caps = { info: 100, low: 98, medium: 90, high: 70, blocking: 30 } as const;

test.for(severities)("with a %s conflict nobody is readier than its cap", (severity) => {
  const state = stateWith(["alice", "bob"], [{ ...conflictBetween(["alice", "bob"]), severity }]);
  expect(readinessOf(state, workOf("alice"), []).score).toBe(caps[severity]);
});

const lowering: [string, WorkOptions, string[]][] = [
  ["nothing committed", { uncommitted: "everything", files: ["a.ts", "b.ts"] }, ["20 Its changes of 2 files are not committed"]],
  ["something uncommitted", { uncommitted: "some" }, ["10 Not everything in its worktree is committed"]],
  ["a detached HEAD", { branch: null }, ["10 Its HEAD is detached: it has no branch that could land"]],
  ["main moved on", { towards: { moved: true, overlap: [], asked: notAsked } }, ["5 main has commits not yet in it"]],
  [
    "main changed the same files",
    { towards: { moved: true, overlap: ["a.ts", "b.ts"], asked: notAsked } },
    ["30 main has changed a.ts and 1 more too since this work began", "5 main has commits not yet in it"],
  ],
  [
    "git was asked about that",
    { towards: { moved: true, overlap: ["a.ts"], asked: { ahead: 3, merge: "fails" } } },
    ["30 main has changed a.ts too since this work began; git cannot merge it", "5 main has 3 commits not yet in it"],
  ],
  [
    "no place to land on",
    { notAssessed: [{ path: "", reason: "no branch to land on was found" }] },
    ["10 It could not be assessed as a whole: no branch to land on was found"],
  ],
  [
    "files that cannot be read",
    { notAssessed: [{ path: "big.bin", reason: "it is too large" }] },
    ["5 big.bin could not be assessed: it is too large"],
  ],
];

for (const [what, options, reasons] of lowering) {
  test(`it costs points: ${what}`, () => {
    expect(reasonsFor(options)).toEqual(reasons);
  });
}

test("whether git was asked changes what is said, and not the score", () => {
  const towards = { moved: true, overlap: ["a.ts"], asked: notAsked };
  const asked = { ...towards, asked: { ahead: 1, merge: "fails" as const } };
  const scores = [towards, asked].map((each) => readinessOf(alone, workOf("alice", { towards: each }), []).score);
  expect(scores).toEqual([65, 65]);
});

test("a blocked task lowers the score until it is blocked no more", () => {
  const updated = (status: string) => taskUpdated.draft({ task: "LOGIN-1", status });
  const onTask = { ...workOf("alice"), agent: { ...workOf("alice").agent, task: "LOGIN-1" } };
  const scoreAfter = (...statuses: string[]) => readinessOf(stateWith(["alice"], [], statuses.map(updated)), onTask, []).score;
  expect(scoreAfter("blocked")).toBe(80);
  expect(scoreAfter("blocked", "working")).toBe(100);
});

test("an agent that says it is blocked is believed", () => {
  const state = stateWith(["alice"], [], [agentStatusChanged.draft({ agent: idOf("alice"), status: "blocked" })]);
  const agent = state.agents.get(idOf("alice"));
  expect(agent && readinessOf(state, { ...workOf("alice"), agent }, []).reasons).toMatchObject([
    { points: 20, reason: "alice says of itself that it is blocked" },
  ]);
});

test("work that stands on other work waits for it, and not the other way round", () => {
  const bob = workOf("bob", { commits: [oidOf("bob"), oidOf("alice")] });
  expect(readinessOf(alone, bob, [workOf("alice")]).reasons).toMatchObject([
    { points: 10, reason: "It stands on alice, which has not landed" },
  ]);
  expect(reasonsFor({}, alone, [bob])).toEqual([]);
});

test("two worktrees at one commit do not stand on each other", () => {
  const [one, two] = [workOf("alice"), workOf("bob", { head: oidOf("alice"), commits: [oidOf("alice")] })];
  expect(readinessOf(alone, one, [two]).score).toBe(100);
  expect(readinessOf(alone, two, [one]).score).toBe(100);
});

test("a branch of that name in another clone counts only as far as it has other commits", () => {
  const carol = (head: string, commits: string[]) => workOf("carol", { branch: "alice", local: false, head, commits });
  expect(reasonsFor({}, alone, [carol(oidOf("other"), [oidOf("other")])])).toEqual(["10 carol has commits on alice that are not in it"]);
  expect(reasonsFor({}, alone, [carol(oidOf("alice"), [oidOf("alice")])])).toEqual([]);
  expect(reasonsFor({}, alone, [carol(oidOf("main"), [])])).toEqual([]);
});

test("what only another clone can know is said, and costs nothing", () => {
  const elsewhere = workOf("alice", { local: false, uncommitted: null, towards: { moved: null, overlap: [], asked: notAsked } });
  expect(readinessOf(alone, elsewhere, [])).toMatchObject({
    score: 100,
    notAssessed: ["whether all of it is committed is for its own clone to say", "how it stands to main is for its own clone to say"],
  });
});

test("the score is 100 less the reasons' points, and never below 0", () => {
  const options = fc.record({
    uncommitted: fc.constantFrom("nothing" as const, "some" as const, "everything" as const),
    branch: fc.constantFrom(null, "alice"),
    towards: fc.record({ moved: fc.boolean(), overlap: fc.subarray(["a.ts", "b.ts"]), asked: fc.constant(notAsked) }),
  });
  const severity = fc.constantFrom(...severities);
  fc.assert(
    fc.property(options, fc.array(severity, { maxLength: 6 }), (option, found) => {
      const conflicts = found.map((each, at) => ({ ...conflictBetween(["alice", "bob"], { place: `${at}.ts` }), severity: each }));
      const { score, reasons } = readinessOf(stateWith(["alice", "bob"], conflicts), workOf("alice", option), []);
      expect(score).toBe(Math.max(0, 100 - reasons.reduce((sum, { points }) => sum + points, 0)));
      for (const each of found) expect(score).toBeLessThanOrEqual(caps[each]);
    }),
  );
});
