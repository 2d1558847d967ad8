import { describe, expect, test } from "vitest";
import { agentLeft } from "../../src/events/agent-left.ts";
import { agentStatusChanged } from "../../src/events/agent-status-changed.ts";
import { keyRevoked } from "../../src/events/key-revoked.ts";
import { emptyState } from "../../src/fold/empty-state.ts";
import { fold } from "../../src/fold/fold.ts";
import type { AgentRecord } from "../../src/model/state.ts";
import { alice, bob, carol, desktop, idOf, joining, laptop, said, threeAgents } from "../support/plane.ts";

const stateAfter = (...events: ReturnType<typeof said>[]) => fold(threeAgents(), events);
const at = { seq: 9, lamport: 9 };

describe("agent_joined", () => {
  test("a writer brings a new agent in", () => {
    const state = fold(emptyState(), [said(joining("alice", { task: "T1", capabilities: ["review"] }))]);
    expect(state.agents.get(alice)).toEqual({
      id: alice,
      writer: laptop,
      name: "alice",
      key: "ssh-ed25519 YWxpY2U=",
      worktree: "/trees/alice",
      branch: "alice",
      base: "main",
      capabilities: ["review"],
      task: "T1",
      status: "working",
      joinedAt: "2030-01-01T00:00:00Z",
    } satisfies AgentRecord);
  });

  test("an agent nobody vouched for cannot bring itself in", () => {
    expect(fold(emptyState(), [said(joining("alice"), { signer: alice })]).agents.size).toBe(0);
  });

  test.each([
    ["its writer", laptop],
    ["itself", alice],
  ])("%s may tell more about it, and what is not told again stays", (_, signer) => {
    const told = fold(emptyState(), [
      said(joining("alice", { capabilities: ["review"], task: "T1" })),
      said(joining("alice", { name: "Alice", branch: null, key: "ssh-ed25519 OTHER" }), { seq: 2, signer, at: "2031-01-01T00:00:00Z" }),
    ]);
    expect(told.agents.get(alice)).toMatchObject({ name: "Alice", branch: null, capabilities: ["review"], task: "T1" });
    expect(told.agents.get(alice)).toMatchObject({ key: "ssh-ed25519 YWxpY2U=", joinedAt: "2030-01-01T00:00:00Z" });
  });

  test("another agent of the same writer may not", () => {
    expect(stateAfter(said(joining("alice", { name: "mallory" }), { ...at, signer: bob })).agents.get(alice)?.name).toBe("alice");
  });

  test("an agent stays with the writer that first vouched for it", () => {
    const state = stateAfter(
      said(joining("alice", { name: "mallory" }), { ...at, writer: desktop }),
      said(joining("alice", { name: "mallory" }), { ...at, writer: desktop, signer: alice }),
    );
    expect(state.agents.get(alice)).toMatchObject({ name: "alice", writer: laptop });
  });

  test("one that left is back when it joins again, and has joined anew", () => {
    const state = stateAfter(said(agentLeft.draft({ agent: alice }), at), said(joining("alice"), { seq: 10, at: "2031-01-01T00:00:00Z" }));
    expect(state.agents.get(alice)).toMatchObject({ status: "working", joinedAt: "2031-01-01T00:00:00Z" });
  });
});

describe("agent_left", () => {
  test.each([
    ["its writer", agentLeft.draft({ agent: alice }), {}],
    ["itself", agentLeft.draft({}, { agent: alice }), {}],
  ])("%s ends an agent, and no other", (_, draft, fields) => {
    const state = stateAfter(said(draft, { ...at, ...fields }));
    expect([...state.agents.values()].map(({ name, status }) => [name, status])).toEqual([
      ["alice", "left"],
      ["bob", "working"],
      ["carol", "working"],
    ]);
  });

  test.each([
    ["another agent", agentLeft.draft({ agent: alice }, { agent: bob }), {}],
    ["another writer", agentLeft.draft({ agent: alice }), { writer: desktop }],
    ["nobody in particular", agentLeft.draft({}), {}],
  ])("%s does not end it", (_, draft, fields) => {
    expect(stateAfter(said(draft, { ...at, ...fields })).agents.get(alice)?.status).toBe("working");
  });
});

describe("agent_status_changed", () => {
  test("changes what it names and nothing else", () => {
    const state = stateAfter(
      said(agentStatusChanged.draft({ status: "testing", task: "T1" }, { agent: alice }), at),
      said(agentStatusChanged.draft({ task: null }, { agent: alice }), { seq: 10 }),
    );
    expect(state.agents.get(alice)).toMatchObject({ status: "testing", task: null, branch: "alice" });
  });

  test("does not bring back one that left", () => {
    const state = stateAfter(
      said(agentLeft.draft({ agent: alice }), at),
      said(agentStatusChanged.draft({ status: "working" }, { agent: alice }), { seq: 10 }),
    );
    expect(state.agents.get(alice)?.status).toBe("left");
  });

  test("another agent has no say in it", () => {
    const state = stateAfter(said(agentStatusChanged.draft({ agent: alice, status: "asleep" }, { agent: bob }), at));
    expect(state.agents.get(alice)?.status).toBe("working");
  });
});

describe("key_revoked", () => {
  test("an agent's key: the agent is gone, cannot come back and is not heeded", () => {
    const state = stateAfter(
      said(keyRevoked.draft({ key: alice }), at),
      said(joining("alice"), { seq: 10 }),
      said(keyRevoked.draft({ key: bob }), { seq: 11, signer: alice }),
    );
    expect(state.agents.get(alice)?.status).toBe("left");
    expect([...state.revoked]).toEqual([alice]);
    expect(state.agents.get(bob)?.status).toBe("working");
  });

  test("a writer's own key: its agents end with it and its log is not heeded from there on", () => {
    const state = stateAfter(said(keyRevoked.draft({ key: laptop }), at), said(joining("dora"), { seq: 10 }));
    expect([...state.agents.values()].map(({ status }) => status)).toEqual(["left", "left", "working"]);
    expect(state.agents.has(idOf("dora"))).toBe(false);
    expect(state.unreadable).toEqual([`${laptop}.10.0`]);
  });

  test.each([
    ["a writer cannot revoke another", laptop, { writer: desktop }],
    ["nor an agent of another", alice, { writer: desktop }],
    ["nor a key nobody knows, before its owner arrives", idOf("stranger"), {}],
    ["an agent cannot revoke its writer", laptop, { signer: alice }],
    ["nor its neighbour", bob, { signer: alice }],
  ])("%s", (_, key, fields) => {
    const state = stateAfter(said(keyRevoked.draft({ key }), { ...at, ...fields }));
    expect(state.revoked.size).toBe(0);
    expect(state.agents.get(carol)?.status).toBe("working");
    expect(state.agents.get(alice)?.status).toBe("working");
  });
});
