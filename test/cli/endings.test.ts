import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { newRepository, temporaryFolder } from "../support/repository.ts";
import { nerve } from "./command-line.ts";

test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("a watcher ends well on %s, also when it comes twice", async (signal) => {
  const { dir } = newRepository();
  const { code } = await nerve(["watch"], { cwd: dir, signals: [signal, signal] });
  expect(code).toBe(0);
  expect(fs.existsSync(path.join(dir, ".git", "nerveplane", "watch.json"))).toBe(false);
});

test("a demo that is stopped leaves nothing behind", async () => {
  const stage = temporaryFolder();
  const { code } = await nerve(["demo"], { cwd: stage, env: { TMPDIR: stage }, signals: ["SIGINT", "SIGINT"] });
  expect(code).toBe(130);
  expect(fs.readdirSync(stage)).toEqual([]);
});
