import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { isAlive, readProcessStart } from "../../src/worktree/process.ts";

test("a process has one start, told again and again", () => {
  expect(readProcessStart(process.pid)).toBe(readProcessStart(process.pid));
  expect(isAlive(process.pid, readProcessStart(process.pid) ?? null)).toBe(true);
});

test("a process that ended is not alive, whether or not its start is known", async () => {
  const child = spawn("sleep", ["60"]);
  const pid = child.pid ?? 0;
  await once(child, "spawn");
  const startedAt = readProcessStart(pid) ?? null;
  expect([isAlive(pid, startedAt), isAlive(pid, null)]).toEqual([true, true]);
  child.kill("SIGKILL");
  await once(child, "exit");
  expect([isAlive(pid, startedAt), isAlive(pid, null)]).toEqual([false, false]);
});

test.runIf(process.platform === "linux")("a pid that another process has now is not the one that was meant", () => {
  expect(isAlive(process.pid, "1")).toBe(false);
});
