import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { logRef } from "../../src/git/refs.ts";
import { newKey, type SigningKey } from "../../src/identity/keys.ts";
import { appendEvents } from "../../src/log/append.ts";
import type { LogPort } from "../../src/log/port.ts";
import { Chain, emptyChain, type LogCommit } from "../../src/log/chain.ts";
import type { Draft } from "../../src/model/event.ts";
import { openLog, someDraft } from "../support/log.ts";
import { newRepository, type TestRepository } from "../support/repository.ts";

const say = (log: LogPort, key: SigningKey, drafts: Draft[], by = key) =>
  appendEvents(log, { writer: key.id, key: by, name: "alice", drafts, lamport: 0, at: "2026-01-02T03:04:05.678Z" });

const readAll = async (log: LogPort, writer: string, tip: string) => {
  const chain = new Chain(log.repository, emptyChain(writer), tip);
  const commits: LogCommit[] = [];
  for await (const commit of chain) commits.push(commit);
  return { chain, commits };
};

const tipIn = (repository: TestRepository, writer: string) => repository.git("rev-parse", logRef(writer));

for (const format of ["sha1", "sha256"]) {
  test(`what is appended to a ${format} repository comes back verified, and stock git accepts the signature`, async () => {
    const repository = newRepository({}, `--object-format=${format}`);
    const log = await openLog(repository.dir);
    const key = newKey();
    await say(log, key, [someDraft("one"), someDraft("two", { scope: { files: ["a b.ts"] } })]);
    await say(log, key, [someDraft("drei — ünïcode 🎉")]);

    const tip = tipIn(repository, key.id);
    const { chain, commits } = await readAll(log, key.id, tip);
    expect(chain.fault).toBeNull();
    expect(commits.flatMap(({ events }) => events).map(({ id, summary, seq }) => [id, summary, seq])).toEqual([
      [`${key.id}.1.0`, "one", 1],
      [`${key.id}.1.1`, "two", 1],
      [`${key.id}.2.0`, "drei — ünïcode 🎉", 2],
    ]);
    expect(chain.head).toMatchObject({ tip, seq: 2, lamport: 2, commits: 2, events: 3 });

    const signers = path.join(repository.dir, "signers");
    fs.writeFileSync(signers, `${key.id}@${key.id} namespaces="git" ${key.line}\n`);
    const verified = spawnSync("git", ["-c", `gpg.ssh.allowedSignersFile=${signers}`, "verify-commit", tip], {
      cwd: repository.dir,
      encoding: "utf8",
    });
    expect(verified.stderr).toContain(`Good "git" signature for ${key.id}@${key.id}`);
    expect(verified.status).toBe(0);
    await log.close();
  });
}

test("many processes appending at once lose nothing and duplicate nothing", async () => {
  const repository = newRepository({});
  const key = newKey();
  const logs = await Promise.all(Array.from({ length: 8 }, () => openLog(repository.dir)));
  await Promise.all(
    logs.map(async (log, who) => {
      for (let i = 0; i < 5; i++) await say(log, key, [someDraft(`${who}-${i}`)]);
    }),
  );
  const [log] = logs;
  if (!log) throw new Error("no log");
  const { chain, commits } = await readAll(log, key.id, tipIn(repository, key.id));
  expect(chain.fault).toBeNull();
  const said = commits.flatMap(({ events }) => events.map(({ summary }) => summary));
  expect(said.toSorted()).toEqual(Array.from({ length: 40 }, (_, i) => `${Math.floor(i / 5)}-${i % 5}`).toSorted());
  await Promise.all(logs.map((each) => each.close()));
});

test("an agent's key speaks only after the writer vouched for it, and no more once it is revoked", async () => {
  const repository = newRepository({});
  const log = await openLog(repository.dir);
  const [writer, agent] = [newKey(), newKey()];
  const joined = someDraft("joins", { type: "agent_joined", body: { agent: agent.id, key: agent.line } });
  await say(log, writer, [joined]);
  await say(log, writer, [someDraft("mine", { agent: agent.id })], agent);
  const { chain } = await readAll(log, writer.id, tipIn(repository, writer.id));
  expect(chain.fault).toBeNull();
  expect(chain.head.agents).toEqual([agent.id]);

  await say(log, writer, [someDraft("ends", { type: "key_revoked", body: { key: agent.id } })]);
  await say(log, writer, [someDraft("too late", { agent: agent.id })], agent);
  const after = await readAll(log, writer.id, tipIn(repository, writer.id));
  expect(after.commits).toHaveLength(3);
  expect(after.chain.fault?.reason).toContain("did not vouch for");
  await log.close();
});

test("an agent cannot vouch for another key", async () => {
  const repository = newRepository({});
  const log = await openLog(repository.dir);
  const [writer, agent, stranger] = [newKey(), newKey(), newKey()];
  await say(log, writer, [someDraft("joins", { type: "agent_joined", body: { agent: agent.id, key: agent.line } })]);
  await say(
    log,
    writer,
    [someDraft("joins", { type: "agent_joined", agent: agent.id, body: { agent: stranger.id, key: stranger.line } })],
    agent,
  );
  await say(log, writer, [someDraft("intrudes", { agent: stranger.id })], stranger);
  const { chain, commits } = await readAll(log, writer.id, tipIn(repository, writer.id));
  expect(commits).toHaveLength(2);
  expect(chain.fault?.reason).toContain("did not vouch for");
  await log.close();
});

test("an event that speaks for another agent is kept as malformed", async () => {
  const repository = newRepository({});
  const log = await openLog(repository.dir);
  const [writer, agent] = [newKey(), newKey()];
  await say(log, writer, [someDraft("joins", { type: "agent_joined", body: { agent: agent.id, key: agent.line } })]);
  await say(log, writer, [someDraft("not me", { agent: writer.id })], agent);
  const { chain, commits } = await readAll(log, writer.id, tipIn(repository, writer.id));
  expect(chain.fault).toBeNull();
  expect(commits.at(-1)?.events).toMatchObject([{ type: "malformed", signer: agent.id }]);
  await log.close();
});

/** Rewrites the tip of a log by hand and points the ref at the result. */
const forge = (repository: TestRepository, writer: string, change: (commit: string) => string) => {
  const bytes = execFileSync("git", ["cat-file", "commit", logRef(writer)], { cwd: repository.dir });
  const forged = execFileSync("git", ["hash-object", "-t", "commit", "-w", "--stdin"], {
    cwd: repository.dir,
    input: change(bytes.toString("latin1")),
    encoding: "latin1" as BufferEncoding,
  }).trim();
  repository.git("update-ref", logRef(writer), forged);
  return forged;
};

const forgeries: [string, (commit: string) => string, RegExp][] = [
  ["whose text was changed", (commit) => commit.replace("second", "sekond"), /does not fit its content/],
  ["without a signature", (commit) => commit.replace(/gpgsig [\s\S]*?-----END SSH SIGNATURE-----\n/, ""), /not signed/],
  ["with two signatures", (commit) => commit.replace(/(gpgsig [\s\S]*?-----END SSH SIGNATURE-----\n)/, "$1$1"), /not signed/],
  ["whose parent was dropped", (commit) => commit.replace(/parent .*\n/, ""), /does not fit its content/],
];

for (const [what, change, reason] of forgeries) {
  test(`a commit ${what} ends the good part of the log`, async () => {
    const repository = newRepository({});
    const log = await openLog(repository.dir);
    const key = newKey();
    await say(log, key, [someDraft("first")]);
    await say(log, key, [someDraft("second")]);
    const forged = forge(repository, key.id, change);
    const head = (await readAll(log, key.id, forged)).chain;
    expect(head.fault).toMatchObject({ commit: forged, reason: expect.stringMatching(reason) });
    expect(head.head.seq).toBe(what.includes("parent") ? 0 : 1);
    await log.close();
  });
}

test("a body over 64 KiB is refused with the limit named", async () => {
  const repository = newRepository({});
  const log = await openLog(repository.dir);
  await expect(say(log, newKey(), [someDraft("big", { body: { text: "x".repeat(70_000) } })])).rejects.toThrow(
    /70011 bytes; an event may carry 65536/,
  );
  await log.close();
});

test("a damaged tip is said, not overwritten", async () => {
  const repository = newRepository({});
  const log = await openLog(repository.dir);
  const key = newKey();
  await say(log, key, [someDraft("first")]);
  const tip = tipIn(repository, key.id);
  const file = path.join(repository.dir, ".git/objects", tip.slice(0, 2), tip.slice(2));
  fs.chmodSync(file, 0o644);
  fs.truncateSync(file, 20);
  const later = await openLog(repository.dir);
  await expect(say(later, key, [someDraft("second")])).rejects.toThrow(/cannot be read|failed/);
  expect((await readAll(log, key.id, tip)).chain.fault).not.toBeNull();
  expect(tipIn(repository, key.id)).toBe(tip);
  await Promise.all([log.close(), later.close()]);
});
