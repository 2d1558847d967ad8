import { setTimeout as rest } from "node:timers/promises";
import { expect, test } from "vitest";
import { ended, newMachine } from "../support/machine.ts";
import { newRepository } from "../support/repository.ts";

type Events = { events: { id: string; summary: string }[] };

test("sixteen processes publish at once, and every event is in the log exactly once", async () => {
  const machine = newMachine();
  const { dir } = newRepository();
  await machine.nerve(dir, "init");
  const words = Array.from({ length: 16 }, (_, i) => `event ${i}`);
  const published = await Promise.all(words.map((summary) => machine.nerve(dir, "publish", "message_sent", "--summary", summary)));
  expect(published.map(({ code, stderr }) => ({ code, stderr }))).toEqual(words.map(() => ({ code: 0, stderr: "" })));

  const { events } = await machine.ask<Events>(dir, "events", "--type", "message_sent", "--limit", "0");
  expect(events.map(({ summary }) => summary).sort()).toEqual(words.toSorted());
  expect(events.map(({ id }) => id).sort()).toEqual(published.map(({ stdout }) => stdout.trim()).sort());
  expect(await machine.nerve(dir, "audit")).toMatchObject({ code: 0 });
});

test("sixteen processes set a clone up at once: it is one writer with one agent a worktree", async () => {
  const machine = newMachine();
  const repository = newRepository();
  const places = [repository.dir, ...["one", "two", "three"].map((name) => repository.worktree(name).dir)];
  const started = Array.from({ length: 16 }, (_, i) => machine.nerve(places[i % places.length] ?? repository.dir, "status", "--json"));
  const said = (await Promise.all(started)).map(({ stdout }) => JSON.parse(stdout) as { writer: string; agent: { id: string } });
  expect(new Set(said.map(({ writer }) => writer)).size).toBe(1);
  expect(new Set(said.map(({ agent }) => agent.id)).size).toBe(places.length);
  const { agents } = await machine.ask<{ agents: unknown[] }>(repository.dir, "agents", "--all");
  expect(agents).toHaveLength(places.length);
  expect(await machine.nerve(repository.dir, "audit")).toMatchObject({ code: 0 });
});

test("killed again and again at any moment: the log verifies, and all that was said to be written is there", async () => {
  const machine = newMachine();
  const { dir, write, git } = newRepository();
  await machine.nerve(dir, "init");
  const acknowledged: string[] = [];
  for (let round = 0; round < 40; round++) {
    write("work.txt", `round ${round}\n`);
    const publishing = machine.start(["publish", "message_sent", "--summary", `round ${round}`], { cwd: dir });
    const end = ended(publishing);
    await rest(60 + Math.random() * 250);
    publishing.kill("SIGKILL");
    const { stdout } = await end;
    if (stdout.trim() !== "") acknowledged.push(stdout.trim());
  }
  const last = await machine.nerve(dir, "publish", "message_sent", "--summary", "alive");
  expect(last).toMatchObject({ code: 0, stderr: "" });
  const { events } = await machine.ask<Events>(dir, "events", "--limit", "0");
  expect(events.map(({ id }) => id)).toEqual(expect.arrayContaining([...acknowledged, last.stdout.trim()]));
  expect(await machine.nerve(dir, "audit")).toMatchObject({ code: 0 });
  expect(git("fsck", "--strict", "--no-dangling")).toBe("");
});
