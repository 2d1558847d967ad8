import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { logRef } from "../../src/git/refs.ts";
import { allowedSigners, type LogKey } from "../../src/identity/allowed-signers.ts";
import { newKey, type SigningKey } from "../../src/identity/keys.ts";
import { appendEvents } from "../../src/log/append.ts";
import { openLog, someDraft } from "../support/log.ts";
import { newRepository, type TestRepository } from "../support/repository.ts";

const none: ReadonlySet<string> = new Set();

const keyOf = (key: SigningKey, writer = key): LogKey => ({ id: key.id, writer: writer.id, key: key.line });

/** A log with a commit by its writer and one by an agent. */
const logOf = async (repository: TestRepository, writer: SigningKey, agent: SigningKey) => {
  const log = await openLog(repository.dir);
  const append = { writer: writer.id, lamport: 0, at: "2026-01-02T03:04:05Z" };
  const joined = someDraft("joins", { type: "agent_joined", body: { agent: agent.id, key: agent.line } });
  await appendEvents(log, { ...append, key: writer, name: "alice", drafts: [joined] });
  await appendEvents(log, { ...append, key: agent, name: "claude", drafts: [someDraft("mine", { agent: agent.id })] });
  await log.close();
};

const signersFile = (repository: TestRepository, text: string) => {
  const file = path.join(repository.dir, ".git", "signers");
  fs.writeFileSync(file, text);
  return ["-c", `gpg.ssh.allowedSignersFile=${file}`];
};

/** What git says of each commit's signature, newest first: `G` good, `U` by a key it does not know. */
const verdicts = (repository: TestRepository, writer: SigningKey, text: string) =>
  repository.git(...signersFile(repository, text), "log", "--format=%G? %GS", logRef(writer.id)).split("\n");

for (const format of ["sha1", "sha256"]) {
  test(`stock git verifies a writer's and its agent's commits in a ${format} repository`, async () => {
    const repository = newRepository({}, `--object-format=${format}`);
    const [writer, agent] = [newKey(), newKey()];
    await logOf(repository, writer, agent);
    const text = allowedSigners([keyOf(writer), keyOf(agent, writer)], none);
    const principals = [`${agent.id}@${writer.id}`, `${writer.id}@${writer.id}`];
    expect(verdicts(repository, writer, text)).toEqual(principals.map((principal) => `G ${principal}`));
    for (const commit of [logRef(writer.id), `${logRef(writer.id)}~`]) {
      const { status } = spawnSync("git", [...signersFile(repository, text), "verify-commit", commit], { cwd: repository.dir });
      expect(status).toBe(0);
    }
    const shown = repository.git(...signersFile(repository, text), "log", "--show-signature", logRef(writer.id));
    expect(shown.match(/Good "git" signature for \S+/g)).toEqual(principals.map((principal) => `Good "git" signature for ${principal}`));
  });
}

test("a revoked agent's commits are no longer vouched for, its writer's still are", async () => {
  const repository = newRepository({});
  const [writer, agent] = [newKey(), newKey()];
  await logOf(repository, writer, agent);
  const text = allowedSigners([keyOf(writer), keyOf(agent, writer)], new Set([agent.id]));
  expect(verdicts(repository, writer, text).map(([verdict]) => verdict)).toEqual(["U", "G"]);
});

test("a revoked writer takes its agents along", () => {
  const [writer, agent, other] = [newKey(), newKey(), newKey()];
  const keys = [keyOf(writer), keyOf(agent, writer), keyOf(other)];
  expect(allowedSigners(keys, new Set([writer.id]))).toBe(allowedSigners([keyOf(other)], none));
});

test("one line a key, sorted, none twice, whatever the order", () => {
  const keys = Array.from({ length: 5 }, () => keyOf(newKey()));
  const text = allowedSigners(keys, none);
  expect(text.split("\n").slice(0, -1)).toEqual(keys.map(({ id, key }) => `${id}@${id} namespaces="git" ${key}`).sort());
  expect(allowedSigners([...keys, ...keys].reverse(), none)).toBe(text);
  expect(allowedSigners([], none)).toBe("");
});

test("nothing that somebody made up gets into a line", () => {
  const [writer, mallory] = [newKey(), newKey()];
  const good = keyOf(writer);
  const hostile: LogKey[] = [
    { ...good, id: `*@* ${mallory.line}\n${writer.id}` },
    { ...good, writer: `${writer.id} ${mallory.line}\n*` },
    { ...good, writer: "*" },
    { ...good, key: `${mallory.line}\n* ${mallory.line}` },
    { ...good, key: `${writer.line} comment\n* ${mallory.line}` },
    { ...good, key: mallory.line },
    { ...good, key: `cert-authority ${writer.line}` },
  ];
  for (const entry of hostile) expect(allowedSigners([entry], none)).toBe("");
  expect(allowedSigners([good, ...hostile], none)).toBe(allowedSigners([good], none));
  const roundabout = { ...good, key: `  ${writer.line.replace(/(.{30})/, "$1!")}\n` };
  expect(["", allowedSigners([good], none)]).toContain(allowedSigners([roundabout], none));
});
