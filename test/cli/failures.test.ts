import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { newRepository, temporaryFolder } from "../support/repository.ts";
import { nerve } from "./command-line.ts";

describe("wrong words", () => {
  const wrong: readonly (readonly [args: readonly string[], message: string, hint: string | null])[] = [
    [["statsu"], "unknown command statsu", "Did you mean status?"],
    [["xyzzy", "--help"], "unknown command xyzzy", "See: git nerve -h"],
    [["help", "xyzzy"], "unknown command xyzzy", "See: git nerve -h"],
    [["conflicts", "lst"], "unknown command conflicts lst", "Did you mean list?"],
    [["trust", "xyzzy"], "unknown command trust xyzzy", "One of: list, export, confirm"],
    [["inbox", "--pek"], "unknown option '--pek'", "Did you mean --peek?"],
    [["inbox", "--wait", "soon"], "--wait takes a whole number, not soon", null],
    [["why"], "missing required argument 'id'", null],
    [["status", "now"], "too many arguments for 'status'. Expected 0 arguments but got 1.", null],
    [[], "no command was named", "See: git nerve -h"],
  ];
  test.each(wrong)("git nerve %j says so in one JSON document and exits 2", async (args, message, hint) => {
    const { code, stdout, stderr } = await nerve([...args, "--json"], { cwd: temporaryFolder() });
    expect(JSON.parse(stdout)).toEqual({ error: { code: "usage", message, hint } });
    expect(stderr).toContain(`git nerve: ${message}\n`);
    expect(stderr).not.toContain("    at ");
    expect(code).toBe(2);
  });
});

describe("wrong surroundings", () => {
  test("a folder that is not there", async () => {
    const { code, stdout } = await nerve(["-C", "/nowhere", "status", "--json"], { cwd: temporaryFolder() });
    expect(JSON.parse(stdout).error).toMatchObject({ code: "environment", message: "there is no folder /nowhere" });
    expect(code).toBe(3);
  });

  test("no git on PATH", async () => {
    const { code, stdout } = await nerve(["status", "--json"], { cwd: newRepository().dir, env: { PATH: temporaryFolder() } });
    expect(JSON.parse(stdout).error).toMatchObject({ code: "environment", message: "git was not found" });
    expect(code).toBe(3);
  });

  test("a git that is too old", async () => {
    const bin = temporaryFolder();
    fs.writeFileSync(path.join(bin, "git"), "#!/bin/sh\necho git version 2.30.1\n", { mode: 0o755 });
    const { code, stderr } = await nerve(["status"], { cwd: newRepository().dir, env: { PATH: bin } });
    expect(stderr).toContain("git 2.30 is too old");
    expect(code).toBe(3);
  });

  test("what the system refuses is told without a stack", async () => {
    const { dir } = newRepository();
    fs.mkdirSync(path.join(dir, ".git", "nerveplane"));
    fs.symlinkSync("/proc/1/nothing/here", path.join(dir, ".git", "nerveplane", "keys"));
    const { code, stdout, stderr } = await nerve(["status", "--json"], { cwd: dir });
    expect(JSON.parse(stdout).error.code).toBe("environment");
    expect(stderr).toMatch(/^git nerve: /m);
    expect(code).toBe(3);
  });
});

describe("from anywhere", () => {
  test("-C adds up, before and after the command", async () => {
    const { dir } = newRepository({ "src/a.ts": "a\n" });
    const up = path.dirname(dir);
    for (const args of [
      ["-C", path.basename(dir), "-C", "src", "status", "--json"],
      ["-C", path.basename(dir), "status", "-C", "src", "--json"],
      ["--json", "status", "-C", dir],
    ]) {
      const { code, stdout } = await nerve(args, { cwd: up });
      expect(JSON.parse(stdout)).toMatchObject({ repository: path.join(dir, ".git"), agent: { name: "repo" } });
      expect(code).toBe(0);
    }
  });

  test("inside of .git and in a bare repository there is no agent, and that is fine for status", async () => {
    const { dir } = newRepository();
    for (const cwd of [path.join(dir, ".git"), newRepository({}, "--bare").dir]) {
      const { code, stdout } = await nerve(["status", "--json"], { cwd });
      expect(JSON.parse(stdout)).toMatchObject({ agent: null });
      expect(code).toBe(0);
    }
  });

  test("a linked worktree called main is not the main one", async () => {
    const here = newRepository();
    const linked = here.worktree("main", "other");
    const { stdout } = await nerve(["agents", "--json"], { cwd: linked.dir });
    const places = JSON.parse(stdout).agents.map(({ name, worktree, branch }: Record<string, string>) => ({ name, worktree, branch }));
    expect(places).toEqual([
      { name: "main", worktree: linked.dir, branch: "other" },
      { name: "repo", worktree: here.dir, branch: "main" },
    ]);
  });
});
