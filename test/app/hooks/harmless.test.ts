import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { installHooks } from "../../../src/app/hooks/install.ts";
import { readHooksStatus } from "../../../src/app/hooks/status.ts";
import { temporaryFolder } from "../../support/repository.ts";
import { type HookScene, hookScene } from "./fixture.ts";

afterEach(() => void vi.unstubAllEnvs());

const installed = async (): Promise<HookScene> => {
  const scene = await hookScene();
  await installHooks(scene.repository, scene);
  return scene;
};

describe("a push goes through", () => {
  test.each([
    ["ends with 1 but gives no reason, as Node does when it crashes", "echo 'Error: Cannot find module' >&2; exit 1"],
    ["gives a reason but ends with another code", "echo half; exit 2"],
    ["is killed", "kill -9 $$"],
    ["hangs", "exec sleep 60"],
    ["leaves a process behind that holds its output open", "sleep 20 & exit 0"],
  ])("when git nerve %s", async (_, shell) => {
    const scene = await installed();
    scene.programDoes(shell);
    expect(scene.push()).toEqual({ code: 0, stderr: "" });
    expect(scene.calls()).toHaveLength(1);
  });

  test("when git nerve is gone and none is on the PATH, which status says", async () => {
    const scene = await installed();
    fs.rmSync(scene.program[1] ?? "");
    expect(scene.push()).toEqual({ code: 0, stderr: "" });
    const { program, hooks } = await readHooksStatus(scene.repository);
    expect(program).toBeNull();
    expect(hooks.map(({ state, reason }) => [state, reason])).toEqual(
      Array(2).fill(["broken", "git starts the hook, but git-nerve is neither where it was nor on the PATH"]),
    );
  });

  test("when everything of ours below .git was deleted", async () => {
    const scene = await installed();
    fs.rmSync(path.join(scene.repo.dir, ".git/nerveplane"), { recursive: true });
    expect(scene.push()).toEqual({ code: 0, stderr: "" });
    expect((await readHooksStatus(scene.repository)).hooks[1]).toMatchObject({
      state: "broken",
      reason: expect.stringContaining("is gone"),
    });
  });

  test("and what git nerve says without stopping it is shown", async () => {
    const scene = await installed();
    scene.programDoes("echo 'bob changes what you push'; exit 0");
    expect(scene.push()).toEqual({ code: 0, stderr: "bob changes what you push\n" });
  });
});

test("a push is stopped when git nerve ends with 1 and says why", async () => {
  const scene = await installed();
  scene.programDoes("echo 'alice deletes what you call'; echo debug >&2; exit 1");
  const { code, stderr } = scene.push();
  expect(code).toBe(1);
  expect(stderr).toContain("alice deletes what you call\n");
  expect(stderr).not.toContain("debug");
});

test("the git-nerve on the PATH takes over when the recorded one is gone", async () => {
  const scene = await installed();
  const bin = temporaryFolder();
  fs.renameSync(scene.program[1] ?? "", path.join(bin, "moved"));
  fs.writeFileSync(path.join(bin, "git-nerve"), `#!/bin/sh\nexec sh '${bin}/moved' "$@"\n`, { mode: 0o755 });
  vi.stubEnv("PATH", `${bin}:${process.env["PATH"]}`);
  expect(scene.push().code).toBe(0);
  expect(scene.calls()).toEqual([expect.stringMatching(/^pre-push origin /)]);
  expect((await readHooksStatus(scene.repository)).program).toBe(path.join(bin, "git-nerve"));
});

test("a client without a PATH still finds git nerve", async () => {
  const scene = await installed();
  const hook = path.join(scene.repo.dir, ".git/hooks/pre-push");
  const { status } = spawnSync(hook, ["origin", "url"], { cwd: scene.repo.dir, env: { PATH: "/usr/bin:/bin" }, input: "a b c d\n" });
  expect(status).toBe(0);
  expect(scene.calls()).toEqual(["pre-push origin url\na b c d\n"]);
});

test("standard input of a push reaches both sides byte for byte, the empty one too", async () => {
  const scene = await hookScene();
  const hook = scene.hook("pre-push", "#!/bin/sh\ncat >seen\n");
  await installHooks(scene.repository, scene);
  for (const input of ["", "\n\n", "no line feed", `${"refs/heads/x ".repeat(40_000)}\n`]) {
    expect(spawnSync(hook, ["origin", "url"], { cwd: scene.repo.dir, input }).status).toBe(0);
    expect(scene.repo.read("seen")).toBe(input);
    expect(scene.calls()).toContain(`pre-push origin url\n${input}`);
  }
});

test("a user's hook that reads nothing is no reason to fail or to speak", async () => {
  const scene = await hookScene();
  scene.hook("pre-push", "#!/bin/sh\nexit 0\n");
  await installHooks(scene.repository, scene);
  expect(scene.push()).toEqual({ code: 0, stderr: "" });
});

test("a checkout is reported in the background and does not wait for a git nerve that hangs", async () => {
  const scene = await installed();
  scene.programDoes("echo noise; echo noise >&2; exec sleep 20");
  const { status, stdout, stderr } = spawnSync("git", ["switch", "-q", "-c", "topic"], { cwd: scene.repo.dir, encoding: "utf8" });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "", stderr: "" });
  const head = scene.repo.git("rev-parse", "HEAD");
  expect(await scene.called(1)).toEqual([`post-checkout ${head} ${head} 1\n`]);
});

test("a new worktree is reported by whatever hook the user has besides", async () => {
  const scene = await hookScene();
  scene.hook("post-checkout", '#!/bin/sh\necho "$1 $2 $3" >"$(pwd)/user-saw"\nexit 3\n');
  await installHooks(scene.repository, scene);
  const head = scene.repo.git("rev-parse", "HEAD");
  const place = path.join(path.dirname(scene.repo.dir), "linked");
  spawnSync("git", ["worktree", "add", "-q", "-b", "linked", place], { cwd: scene.repo.dir });
  expect(await scene.called(1)).toEqual([`post-checkout ${scene.repository.zero} ${head} 1\n`]);
  expect(fs.readFileSync(path.join(place, "user-saw"), "utf8")).toBe(`${scene.repository.zero} ${head} 1\n`);
});

test("a shell variable that the user exports keeps its value for the user's hook", async () => {
  const scene = await hookScene();
  scene.hook("pre-push", '#!/bin/sh\nenv >"$(pwd)/seen"\n');
  await installHooks(scene.repository, scene);
  for (const name of ["hook", "name", "next", "input", "code", "here", "NERVE_NEXT"]) vi.stubEnv(name, "mine");
  expect(scene.push().code).toBe(0);
  const seen = scene.repo.read("seen").split("\n");
  expect(seen).toEqual(expect.arrayContaining(["hook", "name", "next", "input", "code", "here"].map((name) => `${name}=mine`)));
  expect(seen.filter((line) => line.startsWith("nerve_"))).toEqual([]);
});

test("hooks work in a repository whose path has blanks, quotes and pattern characters", async () => {
  for (const configured of [false, true]) {
    const scene = await hookScene("it's a [re]po *$x \"\\");
    if (configured) scene.repo.git("config", "core.hooksPath", ".githooks");
    expect((await installHooks(scene.repository, scene)).way).toBe(configured ? "chain" : "file");
    const linked = scene.repo.worktree("linked");
    expect((await readHooksStatus(scene.repository)).hooks.map(({ state }) => state)).toEqual(Array(4).fill("runs"));
    expect(scene.push(linked)).toEqual({ code: 0, stderr: "" });
    expect(await scene.called(2)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^pre-push /), expect.stringMatching(/^post-checkout /)]),
    );
  }
});

test.each(["dash", "bash"].filter((shell) => spawnSync(shell, ["-c", ":"]).status === 0))(
  "the texts are read alike by %s",
  async (shell) => {
    const scene = await installed();
    const run = path.join(scene.repo.dir, ".git/nerveplane/hooks/run");
    const next = scene.hook("next", '#!/bin/sh\necho "$# $2 $(cat)"\nexit 3\n');
    const { status, stdout } = spawnSync(shell, [run, "pre-push", next, "a b", "c  d"], { input: "lines\n\n", encoding: "utf8" });
    expect([status, stdout]).toEqual([3, "2 c  d lines\n"]);
    scene.programDoes("echo no; exit 1");
    expect(spawnSync(shell, [run, "pre-push", next, "a b", "c  d"], { input: "lines\n" }).status).toBe(1);
    expect(execFileSync(shell, ["-n", run], { encoding: "utf8" })).toBe("");
  },
);
