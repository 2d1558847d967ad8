import { expect, onTestFinished, test } from "vitest";
import { type Nerve, openNerve } from "../../src/app/nerve.ts";
import { Sensor } from "../../src/app/sensor.ts";
import { agentJoined } from "../../src/events/agent-joined.ts";
import { liveRef } from "../../src/git/refs.ts";
import { newKey } from "../../src/identity/keys.ts";
import { appendEvents } from "../../src/log/append.ts";
import { replaceLive } from "../../src/log/live.ts";
import type { Digest } from "../../src/model/digest.ts";
import { newRepository } from "../support/repository.ts";

const day = 24 * 60 * 60 * 1000;

/** Another clone's writer and agent, with the same change as `digest` but its own content, last heard of `days` ago. */
const strangerLike = async (nerve: Nerve, digest: Digest) => {
  const [writer, agent] = [newKey(), newKey()];
  const joined = {
    agent: agent.id,
    name: "carol",
    key: agent.line,
    worktree: "carol",
    branch: "carol",
    base: null,
    capabilities: [],
    task: null,
  };
  await appendEvents(nerve.log, {
    writer: writer.id,
    key: writer,
    name: "carol",
    drafts: [agentJoined.draft(joined)],
    lamport: 0,
    at: new Date().toISOString(),
  });
  let counter = 0;
  return async (days: number) => {
    const at = new Date(Date.now() - days * day).toISOString();
    const changes = digest.changes.map((change) => ({ ...change, newBlob: "1".repeat(40) }));
    const presence = { pid: null, startedAt: null, lastSeen: at, live: true };
    const said = { ...digest, agent: agent.id, writer: writer.id, name: "carol", branch: "carol", changes, presence, counter: ++counter };
    const before = (await nerve.log.objects.find(liveRef(writer.id)))?.oid ?? null;
    await replaceLive(nerve.log, before, { key: writer, counter, at, digests: [said], wip: new Map() });
  };
};

test("a conflict with a clone that was thrown away ends after days of silence, and is back when the clone is", async () => {
  const repo = newRepository({ "a.txt": "one\n" });
  const nerve = await openNerve(repo.dir, () => {});
  const sensor = new Sensor(nerve);
  onTestFinished(async () => void (await Promise.all([sensor.close(), nerve.close()])));
  repo.write("a.txt", "two\n");
  await sensor.pass();
  const own = (await nerve.log.objects.find(`${liveRef(nerve.writer().key.id)}:agents`))?.content.toString("latin1") ?? "";
  const [name] = /[a-z2-7]{20}\.json/.exec(own) ?? [];
  const digest = JSON.parse(
    (await nerve.log.objects.find(`${liveRef(nerve.writer().key.id)}:agents/${name}`))?.content.toString() ?? "",
  ) as Digest;
  const lastHeard = await strangerLike(nerve, digest);
  const statuses = async () => [...(await sensor.pass()).view.state.conflicts.values()].map(({ kind, status }) => `${kind} ${status}`);

  await lastHeard(1);
  expect(await statuses()).toEqual(["same_file open"]);
  await lastHeard(4);
  expect(await statuses()).toEqual(["same_file resolved"]);
  await lastHeard(0);
  expect(await statuses()).toEqual(["same_file open"]);
});
