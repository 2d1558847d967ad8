import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { onTestFinished } from "vitest";
import { liveRef, logRef, planeNamespace } from "../../src/git/refs.ts";
import { newKey, type SigningKey } from "../../src/identity/keys.ts";
import { appendEvents } from "../../src/log/append.ts";
import type { LogPort } from "../../src/log/port.ts";
import { readLive, replaceLive } from "../../src/log/live.ts";
import type { Digest } from "../../src/model/digest.ts";
import { type Exchange, type Exchanged, exchange } from "../../src/sync/exchange.ts";
import { openLog, someDraft } from "../support/log.ts";
import { newRepository, repositoryAt, type TestRepository, temporaryFolder } from "../support/repository.ts";

/** A clone with a writer of its own. */
export interface Clone extends TestRepository {
  readonly key: SigningKey;
  readonly log: Awaited<ReturnType<typeof openLog>>;
  /** Appends events to this clone's own log, one commit each. */
  say(...summaries: string[]): Promise<void>;
  /** Appends a commit to the log of `writer` here, signed by this clone's key, whether that is right or not. */
  sayIn(writer: string, summary: string): Promise<void>;
  /** Replaces this clone's live statement by one with the next counter. */
  live(): Promise<void>;
  sync(options?: Partial<Exchange>): Promise<Exchanged>;
  /** All accepted refs. */
  accepted(): Record<string, string>;
  tipOf(writer: Clone): string;
}

/** A bare repository with one commit on main, as others would host it. */
export const newRemote = (...initOptions: string[]): TestRepository => {
  const seed = newRepository({ "README.md": "# Sample\n" }, ...initOptions);
  const dir = path.join(temporaryFolder(), "remote.git");
  execFileSync("git", ["clone", "-q", "--bare", seed.dir, dir]);
  return repositoryAt(dir);
};

export const cloneOf = async (remote: TestRepository, ...options: string[]): Promise<Clone> => {
  const dir = path.join(temporaryFolder(), "clone");
  execFileSync("git", ["clone", "-q", ...options, `file://${remote.dir}`, dir], { stdio: "pipe" });
  return openClone(dir);
};

/** The clone that stands at `dir`, with `key` as its writer's. */
export const openClone = async (dir: string, key: SigningKey = newKey()): Promise<Clone> => {
  const repository = repositoryAt(dir);
  const log = await openLog(dir);
  onTestFinished(() => log.close());
  const sayIn = async (writer: string, summary: string) => {
    await appendEvents(log, { writer, key, name: "alice", drafts: [someDraft(summary)], lamport: 0, at });
  };
  return {
    ...repository,
    key,
    log,
    sayIn,
    async say(...summaries) {
      for (const summary of summaries) await sayIn(key.id, summary);
    },
    async live() {
      const held = await readLive(log.repository, log.objects, key.id, liveRef(key.id));
      const [previous, counter] = typeof held === "string" ? [null, 0] : [held.commit, held.counter];
      await replaceLive(log, previous, { key, counter: counter + 1, at, digests: [digestBy(key, log, counter + 1)], wip: new Map() });
    },
    sync: (options) =>
      exchange({ port: log, remote: "origin", writer: key.id, heads: new Map(), push: true, background: true, ...options }),
    accepted: () =>
      Object.fromEntries(
        refsIn(repository, `${planeNamespace}log`, `${planeNamespace}live`).map((line) => line.split(" ", 2) as [string, string]),
      ),
    tipOf: (writer) => repository.git("rev-parse", logRef(writer.key.id)),
  };
};

const digestBy = (key: SigningKey, { repository }: LogPort, counter: number): Digest => ({
  agent: newKey().id,
  writer: key.id,
  name: "alice",
  branch: "main",
  landing: "main",
  counter,
  presence: { pid: null, startedAt: null, lastSeen: at, live: true },
  base: null,
  head: null,
  commits: [],
  snapshot: repository.emptyTree,
  changes: [],
  notAssessed: [],
});

const at = "2026-01-02T03:04:05Z";

/** `<ref> <id>` of all refs below the given namespaces. */
export const refsIn = (repository: TestRepository, ...namespaces: string[]): string[] => {
  const text = repository.git("for-each-ref", "--format=%(refname) %(objectname)", ...namespaces);
  return text === "" ? [] : text.split("\n");
};

/** A hook in a bare repository. */
export const writeHook = (remote: TestRepository, name: string, script: string): void =>
  fs.writeFileSync(path.join(remote.dir, "hooks", name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });

/** Stores a commit that is like `like` but for what `change` does to its bytes. */
export const forged = (repository: TestRepository, like: string, change: (commit: string) => string): string => {
  const bytes = execFileSync("git", ["cat-file", "commit", like], { cwd: repository.dir });
  return execFileSync("git", ["hash-object", "-t", "commit", "-w", "--stdin"], {
    cwd: repository.dir,
    input: Buffer.from(change(bytes.toString("latin1")), "latin1"),
    encoding: "utf8",
  }).trim();
};
