import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, type Json } from "../../src/base/canonical-json.ts";
import { eventDefinitions, findEventDefinition } from "../../src/events/index.ts";
import { emptyState } from "../../src/fold/empty-state.ts";
import { severities } from "../../src/model/severity.ts";
import type { State } from "../../src/model/state.ts";
import { alice, bob, conflictBetween, desktop, said, threeAgents } from "../support/plane.ts";

const fingerprint = conflictBetween().fingerprint;
const decision = `${desktop}.1.0`;

/** Bodies of the types that mean nothing when empty. */
const bodies: Record<string, Json> = {
  agent_joined: {
    agent: alice,
    name: "alice",
    key: "ssh-ed25519 AAAA",
    worktree: "/w",
    branch: null,
    base: null,
    capabilities: [],
    task: null,
  },
  conflict_opened: { conflict: conflictBetween() as unknown as Json },
  conflict_resolved: { fingerprint, how: "gone", counters: { [alice]: 1 } },
  conflict_dismissed: { fingerprint },
  decision_superseded: { decision },
  decision_rejected: { decision },
  key_revoked: { key: bob },
  checkpoint: { folded: { [desktop]: { seq: 1, tip: "0".repeat(40) } }, stateHash: "abc" },
};

const hostile: readonly unknown[] = [
  null,
  undefined,
  "text",
  7,
  [],
  [1],
  new Date(0),
  JSON.parse('{"__proto__":{"polluted":true}}'),
  JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'),
];

/** Every member of the body, one after the other, as something it cannot be. */
const maimed = (body: Json): unknown[] =>
  Object.keys(body as object).flatMap((key) =>
    [7, "\u0000", "x".repeat(100_000), [[]], null, JSON.parse('{"__proto__":1}')].map((value) => ({ ...(body as object), [key]: value })),
  );

const textOf = (state: State): string =>
  JSON.stringify(state, (_, value) => (value instanceof Map || value instanceof Set ? [...value] : value));

describe.each(eventDefinitions.map((definition) => [definition.type, definition] as const))("%s", (type, definition) => {
  const body = bodies[type] ?? {};

  test("is a type in snake case with a whole version, found by both", () => {
    expect(type).toMatch(/^[a-z]+(_[a-z]+)*$/);
    expect(Number.isInteger(definition.v) && definition.v > 0).toBe(true);
    expect(severities).toContain(definition.severity);
    expect(findEventDefinition(type, definition.v)).toBe(definition);
    expect(findEventDefinition(type, definition.v + 1000)).toBeUndefined();
  });

  test("drafts with its own severity and with what it is told, as JSON that it reads again", () => {
    const parsed = definition.parse(body);
    if (!parsed.ok) throw new Error(parsed.reason);
    const draft = definition.draft(parsed.body, { summary: "told", to: [bob] });
    expect(draft).toMatchObject({ type, v: definition.v, severity: definition.severity, agent: null, summary: "told", to: [bob] });
    expect(definition.parse(JSON.parse(canonicalJson(draft.body)))).toEqual(parsed);
    expect(definition.draft(parsed.body).summary).not.toBe("");
  });

  test("drops members it does not know", () => {
    const parsed = definition.parse({ ...(body as object), unheardOf: true });
    expect(parsed).toEqual(definition.parse(body));
  });

  test("what is no body is refused in one line, and applying it changes nothing", () => {
    for (const wrong of [...hostile, ...maimed(body)]) {
      const state = threeAgents();
      const before = textOf(state);
      const parsed = definition.parse(wrong);
      const applied = definition.apply(state, said({ ...definition.draft({}), body: wrong as never }));
      expect(applied).toBe(parsed.ok);
      if (parsed.ok) continue;
      expect(parsed.reason).toMatch(/^body[^\n]{0,400}$/);
      expect(textOf(state)).toBe(before);
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test("no JSON whatever makes it throw", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const applied = definition.apply(emptyState(), said({ ...definition.draft({}), body: json as never }));
        expect(applied).toBe(definition.parse(json).ok);
      }),
      { numRuns: 50 },
    );
  });
});

test("every version of a type is listed once, the newest first", () => {
  const newest = new Map<string, number>();
  for (const { type, v } of eventDefinitions) {
    expect(v).toBeLessThan(newest.get(type) ?? Number.POSITIVE_INFINITY);
    newest.set(type, v);
  }
});

test("most types can be published by hand without a body", () => {
  const needy = eventDefinitions.filter((definition) => !definition.parse({}).ok).map(({ type }) => type);
  expect(needy.sort()).toEqual(Object.keys(bodies).sort());
});

test.each([
  ["message_sent", { text: 7 }, "body.text: expected string"],
  ["files_changed", { files: ["a", 7] }, "body.files.1: expected string"],
  ["conflict_resolved", { fingerprint, how: "perhaps", counters: {} }, 'body.how: expected one of "gone", "manual"'],
  ["conflict_resolved", { fingerprint, how: "gone", counters: { [alice]: -1 } }, `body.counters.${alice}: at least 0`],
  ["branch_ready", { branch: "x".repeat(5000) }, "body.branch: at most 4096 characters"],
  ["branch_ready", { branch: "" }, "body.branch: is empty"],
  ["key_revoked", { key: "../../etc" }, "body.key: has the wrong form"],
  ["agent_status_changed", { status: "left" }, "body.status: an agent ends with agent_left"],
  ["branch_ready", [], "body: expected object"],
])("%s: a body that does not fit is told why (case %#)", (type, body, reason) => {
  expect(findEventDefinition(type, 1)?.parse(body)).toEqual({ ok: false, reason });
});

test("a type nobody knows has no definition", () => {
  expect(findEventDefinition("__proto__", 1)).toBeUndefined();
  expect(findEventDefinition("telepathy_received", 1)).toBeUndefined();
});
