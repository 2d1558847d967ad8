import { describe, expect, test } from "vitest";
import { agentLeft } from "../../src/events/agent-left.ts";
import { decisionRecorded } from "../../src/events/decision-recorded.ts";
import { decisionRejected } from "../../src/events/decision-rejected.ts";
import { decisionSuperseded } from "../../src/events/decision-superseded.ts";
import { taskClaimed } from "../../src/events/task-claimed.ts";
import { taskHandoffRequested } from "../../src/events/task-handoff-requested.ts";
import { taskUpdated } from "../../src/events/task-updated.ts";
import { fold } from "../../src/fold/fold.ts";
import type { Draft } from "../../src/model/event.ts";
import { alice, bob, carol, desktop, inTurn, laptop, said, threeAgents } from "../support/plane.ts";

const stateAfter = (...drafts: Draft[]) => fold(threeAgents(), inTurn(drafts, { after: 10 }));
const claim = (agent: string, title?: string) => taskClaimed.draft({ task: "T1", ...(title && { title }) }, { agent, summary: "Take it" });

describe("tasks", () => {
  test("the first claim wins", () => {
    expect(stateAfter(claim(alice, "Fix login"), claim(bob)).tasks.get("T1")).toEqual({
      id: "T1",
      owner: alice,
      title: "Fix login",
      status: "claimed",
    });
  });

  test("a claim needs somebody who claims, and a task", () => {
    expect(stateAfter(taskClaimed.draft({ task: "T1" }), taskClaimed.draft({}, { agent: alice })).tasks.size).toBe(0);
  });

  test("the scope names the task when the body does not", () => {
    expect(stateAfter(taskClaimed.draft({}, { agent: alice, scope: { task: "T2" } })).tasks.get("T2")?.owner).toBe(alice);
  });

  test("what the owner of a task left behind is free", () => {
    const state = stateAfter(claim(alice, "Fix login"), agentLeft.draft({}, { agent: alice }), claim(bob));
    expect(state.tasks.get("T1")).toMatchObject({ owner: bob, title: "Fix login" });
  });

  test("a handoff keeps the task with its owner until somebody else claims it", () => {
    const handoff = taskHandoffRequested.draft({ task: "T1" }, { agent: alice });
    expect(stateAfter(claim(alice), handoff).tasks.get("T1")).toMatchObject({ owner: alice, status: "handoff" });
    expect(stateAfter(claim(alice), handoff, claim(bob), claim(alice)).tasks.get("T1")).toMatchObject({ owner: bob, status: "claimed" });
  });

  test("only the owner hands a task over", () => {
    const state = stateAfter(claim(alice), taskHandoffRequested.draft({ task: "T1" }, { agent: bob }), claim(bob));
    expect(state.tasks.get("T1")).toMatchObject({ owner: alice, status: "claimed" });
  });

  test("an update makes a task nobody knew, without an owner", () => {
    const made = taskUpdated.draft({ task: "T1" }, { summary: "Write the manual" });
    expect(stateAfter(made).tasks.get("T1")).toEqual({ id: "T1", owner: null, title: "Write the manual", status: "open" });
    expect(stateAfter(made, claim(bob)).tasks.get("T1")).toMatchObject({ owner: bob, title: "Write the manual" });
  });

  test("an update of an owned task is its owner's, or its owner's writer's", () => {
    const done = (agent: string | null) => taskUpdated.draft({ task: "T1", status: "done" }, { agent });
    expect(stateAfter(claim(alice), done(alice)).tasks.get("T1")?.status).toBe("done");
    expect(stateAfter(claim(alice), done(null)).tasks.get("T1")?.status).toBe("done");
    expect(stateAfter(claim(alice), done(bob)).tasks.get("T1")?.status).toBe("claimed");
    const foreign = said(done(carol), { writer: desktop, seq: 20 });
    expect(fold(stateAfter(claim(alice)), [foreign]).tasks.get("T1")?.status).toBe("claimed");
  });
});

describe("decisions", () => {
  const recorded = decisionRecorded.draft({ rationale: "One less service" }, { agent: alice, summary: "Sessions live in Redis" });
  const decision = `${laptop}.11.0`;

  test("a recorded decision is active, under the id of its event", () => {
    expect(stateAfter(recorded).decisions.get(decision)).toEqual({
      id: decision,
      by: alice,
      summary: "Sessions live in Redis",
      rationale: "One less service",
      status: "active",
      at: "2030-01-01T00:00:00Z",
    });
  });

  test("superseding or rejecting ends it, and what ended stays as it ended", () => {
    expect(stateAfter(recorded, decisionSuperseded.draft({ decision })).decisions.get(decision)?.status).toBe("superseded");
    const rejectedFirst = stateAfter(recorded, decisionRejected.draft({ decision }), decisionSuperseded.draft({ decision }));
    expect(rejectedFirst.decisions.get(decision)?.status).toBe("rejected");
  });

  test("ending a decision that was never recorded leaves nothing", () => {
    expect(stateAfter(decisionRejected.draft({ decision })).decisions.size).toBe(0);
  });
});
