import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Nerve, openNerve } from "../../src/app/nerve.ts";
import { agentJoined } from "../../src/events/agent-joined.ts";
import { filesChanged } from "../../src/events/files-changed.ts";
import { logRef } from "../../src/git/refs.ts";
import { newKey } from "../../src/identity/keys.ts";
import { logCommit } from "../../src/log/commit.ts";
import type { Draft } from "../../src/model/event.ts";

/** The built program, as users start it. */
export const program = path.resolve(import.meta.dirname, "../../bin/git-nerve.js");

const root = fs.mkdtempSync(path.join(os.tmpdir(), "git-nerve-bench-"));
const children = new Set<ChildProcess>();

/** Removes all samples and ends all watchers. */
export const cleanUp = async (): Promise<void> => {
  await Promise.all([...children].map((child) => new Promise((resolve) => child.once("close", resolve) && child.kill("SIGTERM"))));
  fs.rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
};

export const git = (dir: string, ...args: readonly string[]): string =>
  execFileSync("git", args, { cwd: dir, encoding: "utf8", maxBuffer: 1 << 30, stdio: ["ignore", "pipe", "ignore"] }).trimEnd();

export const nerve = (dir: string, ...args: readonly string[]): string =>
  execFileSync(process.execPath, [program, ...args], {
    cwd: dir,
    encoding: "utf8",
    maxBuffer: 1 << 30,
    stdio: ["ignore", "pipe", "ignore"],
  });

/** A repository with `folders` times `files` small files, committed. */
export const sampleRepository = (name: string, folders = 2, files = 10): string => {
  const dir = path.join(root, name);
  git(root, "init", "-q", "-b", "main", dir);
  for (let i = 0; i < folders; i++) {
    const folder = path.join(dir, `package${i % 20}`, `folder${i}`);
    fs.mkdirSync(folder, { recursive: true });
    for (let j = 0; j < files; j++)
      fs.writeFileSync(path.join(folder, `file${j}.ts`), `export const value${i}_${j} = ${i * j};\n`.repeat(12));
  }
  git(dir, "add", "-A");
  git(dir, "commit", "-q", "-m", "sample");
  return dir;
};

/** Linked worktrees beside a repository. */
export const sampleWorktrees = (dir: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => {
    const place = `${dir}-wt${i}`;
    git(dir, "worktree", "add", "-q", "-b", `wt${i}`, place);
    return place;
  });

/** A repository whose log holds `events` signed events, `batch` of them a commit, packed. */
export const samplePlane = async (name: string, events: number, batch: number): Promise<string> => {
  const dir = sampleRepository(name);
  const plane = await openPlane(dir);
  const { key } = plane.writer();
  let parent: string | null = null;
  for (let seq = 1; (seq - 1) * batch < events; seq++) {
    const drafts = Array.from({ length: batch }, (_, i) => someEvent((seq - 1) * batch + i));
    const commit = logCommit(
      {
        writer: key.id,
        parent,
        tree: plane.repository.emptyTree,
        seq,
        lamport: seq,
        at: "2026-01-02T03:04:05.678Z",
        name: "bench",
        drafts,
      },
      key,
      plane.repository.objectFormat,
    );
    parent = await plane.log.written.write("commit", commit);
  }
  await plane.log.refs.swap({ ref: logRef(key.id), from: null, to: parent });
  await plane.close();
  git(dir, "repack", "-adq");
  return dir;
};

export const openPlane = (dir: string): Promise<Nerve> => openNerve(dir, () => {});

/** Starts a watcher, and waits until it says that it watches. */
export const startWatcher = async (dir: string): Promise<number> => {
  const child = spawn(process.execPath, [program, "watch", "--json"], { cwd: dir, stdio: ["ignore", "pipe", "inherit"] });
  children.add(child);
  child.once("close", () => children.delete(child));
  await new Promise<void>((resolve, reject) => {
    child.once("close", (code) => reject(new Error(`the watcher ended with ${code}`)));
    child.stdout.on("data", (chunk) => String(chunk).includes('"started"') && resolve());
  });
  return child.pid ?? 0;
};

const agent = newKey();

const someEvent = (i: number): Draft =>
  i === 0
    ? agentJoined.draft({
        agent: agent.id,
        name: "bench",
        key: agent.line,
        worktree: "bench",
        branch: "main",
        base: null,
        capabilities: [],
        task: null,
      })
    : filesChanged.draft(
        { files: [`src/file${i}.ts`] },
        { summary: `bench changes src/file${i}.ts`, scope: { files: [`src/file${i}.ts`] } },
      );
