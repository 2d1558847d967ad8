import { expect, onTestFinished, test } from "vitest";
import { openNerve } from "../../src/app/nerve.ts";
import { Sensor } from "../../src/app/sensor.ts";
import { agentJoined } from "../../src/events/agent-joined.ts";
import { conflictOpened } from "../../src/events/conflict-opened.ts";
import { newKey } from "../../src/identity/keys.ts";
import { appendEvents } from "../../src/log/append.ts";
import { replaceLive } from "../../src/log/live.ts";
import { type Conflict, fingerprintOf } from "../../src/model/conflict.ts";
import { newRepository } from "../support/repository.ts";

test("what a teammate's clone found in code that is not here stands as long as both still change its files", async () => {
  const repo = newRepository({ "store.ts": "export const load = () => 1;\n" });
  const nerve = await openNerve(repo.dir, () => {});
  const sensor = new Sensor(nerve);
  onTestFinished(async () => void (await Promise.all([sensor.close(), nerve.close()])));
  repo.write("store.ts", "export const loadAll = () => 1;\n");
  const { sightings } = await sensor.pass();
  const [{ agent, look } = { agent: undefined, look: undefined }] = sightings;
  if (!agent || !look?.changeSet) throw new Error("nothing was seen");

  const [writer, carol] = [newKey(), newKey()];
  const fields = { name: "carol", key: carol.line, worktree: "carol", branch: "carol", base: null, capabilities: [], task: null };
  const parties = [agent.agent, carol.id].sort();
  const conflict: Conflict = {
    ...{ kind: "semantic_conflict", severity: "high", place: "store.ts#load", files: ["page.ts", "store.ts"], symbols: ["load"] },
    ...{ summary: "load is renamed", evidence: {}, suggestedAction: "Talk.", counters: { [agent.agent]: 1, [carol.id]: 1 } },
    fingerprint: fingerprintOf("semantic_conflict", parties, "store.ts#load"),
    agents: parties.map((id) => ({ id, name: id === carol.id ? "carol" : agent.name, branch: null })),
  };
  const at = new Date().toISOString();
  await appendEvents(nerve.log, {
    ...{ writer: writer.id, key: writer, name: "carol", lamport: 0, at },
    drafts: [agentJoined.draft({ agent: carol.id, ...fields }), conflictOpened.draft({ conflict }, { summary: "load is renamed" })],
  });
  const blob = "1".repeat(40);
  const change = {
    path: "page.ts",
    status: "added" as const,
    oldMode: null,
    newMode: "100644",
    oldBlob: null,
    newBlob: blob,
    package: null,
  };
  const presence = { pid: null, startedAt: null, lastSeen: at, live: true };
  const { base, head } = look.changeSet;
  const digest = { base, head, commits: [], snapshot: "2".repeat(40), changes: [change], notAssessed: [] };
  const said = { ...digest, agent: carol.id, writer: writer.id, name: "carol", branch: "carol", landing: "main", counter: 1, presence };
  await replaceLive(nerve.log, null, { key: writer, counter: 1, at, digests: [said], wip: new Map() });

  const statusOf = async () => [...(await sensor.pass()).view.state.conflicts.values()].map(({ kind, status }) => `${kind} ${status}`);
  expect(await statusOf()).toEqual(["semantic_conflict open"]);
  expect(await statusOf()).toEqual(["semantic_conflict open"]);
  repo.write("store.ts", "export const load = () => 1;\n");
  expect(await statusOf()).toEqual(["semantic_conflict resolved"]);
});
