import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { installHooks } from "../../../src/app/hooks/install.ts";
import { readHooksStatus } from "../../../src/app/hooks/status.ts";
import { uninstallHooks } from "../../../src/app/hooks/uninstall.ts";
import { openRepository } from "../../../src/git/repository.ts";
import { repositoryAt, temporaryFolder } from "../../support/repository.ts";
import { hookScene } from "./fixture.ts";
import { husky } from "./set-ups.ts";

test("in a fresh worktree without husky's folder ours runs, and status says that the user's do not", async () => {
  const scene = await hookScene();
  husky(scene, "exit 5\n");
  await installHooks(scene.repository, scene);
  const linked = scene.repo.worktree("linked");
  const { hooks, notes } = await readHooksStatus(scene.repository);
  expect(hooks.map(({ worktree, state }) => [path.basename(worktree), state])).toEqual([
    ["repo", "runs"],
    ["repo", "runs"],
    ["linked", "runs"],
    ["linked", "runs"],
  ]);
  expect(notes).toEqual([expect.stringMatching(/linked has no \.husky\/_, so your own hooks do not run there until it is made/)]);
  expect(scene.push(linked).code).toBe(0);
  expect(scene.push().code).toBe(1);
  expect((await scene.called(3)).map((call) => call.split(" ")[0]).sort()).toEqual(["post-checkout", "pre-push", "pre-push"]);
});

test("installed from a linked worktree, the hooks are those of the whole clone", async () => {
  const scene = await hookScene();
  const linked = scene.repo.worktree("linked");
  await installHooks(await openRepository(linked.dir), scene);
  expect((await readHooksStatus(scene.repository)).hooks.map(({ state }) => state)).toEqual(Array(4).fill("runs"));
});

test("a worktree with a core.hooksPath of its own is told apart from the others", async () => {
  const scene = await hookScene();
  const linked = scene.repo.worktree("linked");
  scene.repo.git("config", "extensions.worktreeConfig", "true");
  linked.git("config", "--worktree", "core.hooksPath", "/elsewhere");
  await installHooks(scene.repository, scene);
  const { hooks } = await readHooksStatus(scene.repository);
  expect(hooks.map(({ state }) => state)).toEqual(["runs", "runs", "broken", "broken"]);
  expect(hooks[2]?.reason).toContain("/elsewhere");
});

test("core.hooksPath that names git's own folder, as agents set it for worktrees, is no obstacle", async () => {
  const scene = await hookScene();
  scene.repo.worktree("linked");
  scene.repo.git("config", "core.hooksPath", path.join(scene.repo.dir, ".git/hooks"));
  expect((await installHooks(scene.repository, scene)).way).toBe("file");
  expect((await readHooksStatus(scene.repository)).hooks.map(({ state }) => state)).toEqual(Array(4).fill("runs"));
});

test("the chain goes on to every kind of hook, in every worktree, with arguments and exit code", async () => {
  const scene = await hookScene();
  scene.repo.git("config", "core.hooksPath", path.join(scene.repo.dir, "team hooks"));
  const write = (name: string, text: string) => {
    scene.repo.write(`team hooks/${name}`, `#!/bin/sh\n${text}\n`);
    fs.chmodSync(path.join(scene.repo.dir, "team hooks", name), 0o755);
  };
  write("commit-msg", 'echo " by $(basename "$0")" >>"$1"');
  write("pre-commit", 'test ! -e forbidden || { echo "no" >&2; exit 7; }');
  write("reference-transaction", 'echo "$1" >>"$(git rev-parse --git-common-dir)/transactions"');
  await installHooks(scene.repository, scene);
  const linked = scene.repo.worktree("linked");
  for (const place of [scene.repo, linked]) {
    place.commit("work");
    expect(place.git("log", "-1", "--format=%B")).toBe("work\n by commit-msg");
    place.write("forbidden", "");
    expect(() => place.commit("more")).toThrow("no");
  }
  expect(fs.readFileSync(path.join(scene.repo.dir, ".git/transactions"), "utf8")).toContain("committed");
});

test("no hook is put into the chain whose mere presence changes what git does", async () => {
  const scene = await hookScene();
  scene.repo.git("config", "core.hooksPath", ".githooks");
  scene.repo.git("config", "receive.denyCurrentBranch", "updateInstead");
  scene.repo.git("switch", "-q", "-c", "other");
  scene.repo.git("switch", "-q", "main");
  await installHooks(scene.repository, scene);
  const clone = path.join(temporaryFolder(), "clone");
  execFileSync("git", ["clone", "-q", scene.repo.dir, clone]);
  const other = repositoryAt(clone);
  other.write("new.txt", "new");
  other.commit();
  other.git("push", "-q", "origin", "HEAD:main");
  expect(scene.repo.read("new.txt")).toBe("new");
});

test("a copied or moved repository has the hooks it had before us, and installing there mends it", async () => {
  const scene = await hookScene();
  husky(scene, "exit 0\n");
  await installHooks(scene.repository, scene);
  const copy = repositoryAt(path.join(temporaryFolder(), "copy"));
  fs.cpSync(scene.repo.dir, copy.dir, { recursive: true, verbatimSymlinks: true });
  expect(copy.git("config", "core.hooksPath")).toBe(".husky/_");
  expect(scene.push(copy).code).toBe(0);
  expect(scene.calls()).toEqual([]);

  const repository = await openRepository(copy.dir);
  expect((await readHooksStatus(repository)).hooks[1]).toMatchObject({ state: "broken" });
  await installHooks(repository, scene);
  expect((await readHooksStatus(repository)).hooks.map(({ state }) => state)).toEqual(["runs", "runs"]);
  await uninstallHooks(repository);
  expect(copy.read(".git/config")).not.toContain("nerveplane");
});

test("the worktrees of a bare repository have the hooks, and a worktree that vanished is passed over", async () => {
  const scene = await hookScene();
  const bare = path.join(temporaryFolder(), "bare.git");
  execFileSync("git", ["clone", "-q", "--bare", scene.repo.dir, bare]);
  execFileSync("git", ["worktree", "add", "-q", "-b", "x", path.join(bare, "../kept")], { cwd: bare });
  execFileSync("git", ["worktree", "add", "-q", "-b", "y", path.join(bare, "../gone")], { cwd: bare });
  fs.rmSync(path.join(bare, "../gone"), { recursive: true });
  const repository = await openRepository(bare);
  await installHooks(repository, scene);
  const { hooks } = await readHooksStatus(repository);
  expect(hooks.map(({ worktree, state }) => [path.basename(worktree), state])).toEqual([
    ["kept", "runs"],
    ["kept", "runs"],
  ]);
});
