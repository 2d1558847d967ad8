import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { installHooks } from "../../../src/app/hooks/install.ts";
import { planHooks, stepLine } from "../../../src/app/hooks/plan.ts";
import { readHooksStatus } from "../../../src/app/hooks/status.ts";
import { uninstallHooks } from "../../../src/app/hooks/uninstall.ts";
import { fingerprintOf, type HookScene, hookScene } from "./fixture.ts";
import { husky, lefthookScript, preCommitScript } from "./set-ups.ts";

const states = async ({ repository }: HookScene): Promise<string[]> => {
  const { hooks } = await readHooksStatus(repository);
  return hooks.map(({ hook, state, reason }) => [hook, state, ...(reason ? [reason] : [])].join(": "));
};

const hooksOf = (scene: HookScene): string[] =>
  fs
    .readdirSync(path.join(scene.repo.dir, ".git/hooks"), { recursive: true, encoding: "utf8" })
    .filter((name) => !name.endsWith(".sample"));

test("the user's edits stay when ours go, in a hook of theirs and in one that we made", async () => {
  const scene = await hookScene();
  const theirs = scene.hook("pre-push", "#!/bin/sh\necho one\n");
  const made = path.join(scene.repo.dir, ".git/hooks/post-checkout");
  await installHooks(scene.repository, scene);
  fs.appendFileSync(theirs, "echo two\n");
  fs.appendFileSync(made, "echo mine\n");
  await uninstallHooks(scene.repository);
  expect(fs.readFileSync(theirs, "utf8")).toBe("#!/bin/sh\necho one\necho two\n");
  expect(fs.readFileSync(made, "utf8")).toBe("#!/bin/sh\necho mine\n");
});

test("an edit inside a hook that we made runs", async () => {
  const scene = await hookScene();
  await installHooks(scene.repository, scene);
  fs.appendFileSync(path.join(scene.repo.dir, ".git/hooks/pre-push"), 'echo "mine too" >&2\nexit 4\n');
  expect(scene.push()).toMatchObject({ code: 1, stderr: expect.stringContaining("mine too") });
  expect(scene.calls()).toHaveLength(1);
});

test("lines that the user put before ours make the proof impossible, and status says so instead of running them", async () => {
  const scene = await hookScene();
  scene.hook("pre-push", "#!/bin/sh\nexit 0\n");
  await installHooks(scene.repository, scene);
  const hook = path.join(scene.repo.dir, ".git/hooks/pre-push");
  fs.writeFileSync(hook, fs.readFileSync(hook, "utf8").replace("#!/bin/sh\n", "#!/bin/sh\ntouch side-effect\n"));
  expect((await states(scene))[1]).toBe(
    "pre-push: not_proved: your hook does something before it comes to ours, so trying it would run that too",
  );
  expect(fs.existsSync(path.join(scene.repo.dir, "side-effect"))).toBe(false);
});

test("a hook that was switched off stays off", async () => {
  const scene = await hookScene();
  const hook = scene.hook("pre-push", '#!/bin/sh\ntouch "$(pwd)/ran"\n');
  fs.chmodSync(hook, 0o644);
  await installHooks(scene.repository, scene);
  expect(scene.push().code).toBe(0);
  expect(scene.calls()).toHaveLength(1);
  expect(fs.existsSync(path.join(scene.repo.dir, "ran"))).toBe(false);
});

test("lefthook writes its hook anew: theirs works, status says it, and installing again mends it", async () => {
  const scene = await hookScene();
  scene.hook("pre-push", lefthookScript("exit 0\n"));
  const { notes } = await installHooks(scene.repository, scene);
  expect(notes).toEqual([expect.stringContaining("belongs to lefthook")]);
  scene.hook("pre-push", lefthookScript("exit 0\n"));
  expect((await states(scene))[1]).toMatch(/^pre-push: broken: lefthook wrote .* anew, without our lines; run: git nerve hooks install$/);
  await installHooks(scene.repository, scene);
  expect((await states(scene))[1]).toBe("pre-push: runs");
});

test("a hook that was written anew without our lines stays when ours go, and that is told", async () => {
  const scene = await hookScene();
  scene.hook("pre-push", "#!/bin/sh\nexit 0\n");
  await installHooks(scene.repository, scene);
  const hook = scene.hook("pre-push", lefthookScript("exit 0\n"));
  expect((await uninstallHooks(scene.repository)).notes).toEqual([
    `${hook} was written anew since, without our lines, and stays as it is.`,
  ]);
  expect(hooksOf(scene)).toEqual(["pre-push"]);
  expect(fs.readFileSync(hook, "utf8")).toBe(lefthookScript("exit 0\n"));
  expect((await uninstallHooks(scene.repository)).notes).toEqual([]);
});

test("lefthook puts ours aside as .old: installing again leaves one of ours, and uninstalling none", async () => {
  const scene = await hookScene();
  await installHooks(scene.repository, scene);
  const folder = path.join(scene.repo.dir, ".git/hooks");
  fs.renameSync(path.join(folder, "pre-push"), path.join(folder, "pre-push.old"));
  scene.hook("pre-push", lefthookScript("exit 0\n"));
  await installHooks(scene.repository, scene);
  expect(hooksOf(scene).sort()).toEqual(["post-checkout", "pre-push"]);
  expect(scene.push().code).toBe(0);
  expect(scene.calls()).toHaveLength(1);
  await uninstallHooks(scene.repository);
  expect(hooksOf(scene)).toEqual(["pre-push"]);
  expect(fs.readFileSync(path.join(folder, "pre-push"), "utf8")).toBe(lefthookScript("exit 0\n"));
});

test("pre-commit goes on to ours as .legacy, which runs once; status does not claim a proof", async () => {
  const scene = await hookScene();
  await installHooks(scene.repository, scene);
  const folder = path.join(scene.repo.dir, ".git/hooks");
  fs.renameSync(path.join(folder, "pre-push"), path.join(folder, "pre-push.legacy"));
  scene.hook("pre-push", preCommitScript('touch ran\n"$0.legacy" "$@"\n'));
  expect((await states(scene))[1]).toBe("pre-push: not_proved: pre-commit runs it as pre-push.legacy, and its own hooks with it");
  expect(fs.existsSync(path.join(scene.repo.dir, "ran"))).toBe(false);
  expect(scene.push().code).toBe(0);
  expect(scene.calls()).toHaveLength(1);

  await installHooks(scene.repository, scene);
  expect((await states(scene))[1]).toBe("pre-push: runs");
  expect(hooksOf(scene).sort()).toEqual(["post-checkout", "pre-push"]);
});

test("a manager deletes our hook: status says it", async () => {
  const scene = await hookScene();
  await installHooks(scene.repository, scene);
  fs.rmSync(path.join(scene.repo.dir, ".git/hooks/post-checkout"));
  expect((await states(scene))[0]).toMatch(/^post-checkout: broken: .*post-checkout is gone; run: git nerve hooks install$/);
});

test("husky comes after us: status says it, installing again changes the way, and uninstalling leaves husky's setting", async () => {
  const scene = await hookScene();
  const before = fingerprintOf(scene);
  await installHooks(scene.repository, scene);
  husky(scene, "exit 0\n");
  expect((await states(scene))[1]).toMatch(/^pre-push: broken: git takes its hooks from .*\.husky\/_ here, because core.hooksPath says so/);
  expect((await installHooks(scene.repository, scene)).way).toBe("chain");
  expect(await states(scene)).toEqual(["post-checkout: runs", "pre-push: runs"]);
  await uninstallHooks(scene.repository);
  expect(scene.repo.git("config", "core.hooksPath")).toBe(".husky/_");
  expect({ ...fingerprintOf(scene), config: "" }).toEqual({ ...before, config: "" });
});

test("husky sets core.hooksPath anew, even to another folder: both go on running", async () => {
  const scene = await hookScene();
  husky(scene, "exit 0\n");
  await installHooks(scene.repository, scene);
  scene.repo.git("config", "core.hooksPath", "elsewhere/_");
  fs.cpSync(path.join(scene.repo.dir, ".husky"), path.join(scene.repo.dir, "elsewhere"), { recursive: true });
  scene.repo.write("elsewhere/pre-push", "exit 5\n");
  expect(await states(scene)).toEqual(["post-checkout: runs", "pre-push: runs"]);
  expect(scene.push().code).toBe(1);
  expect(scene.calls()).toHaveLength(1);
  await uninstallHooks(scene.repository);
  expect(scene.repo.git("config", "core.hooksPath")).toBe("elsewhere/_");
});

test("a hook that another program puts into our folder is neither overwritten nor removed, and is told", async () => {
  const scene = await hookScene();
  husky(scene, "exit 0\n");
  await installHooks(scene.repository, scene);
  const stranger = path.join(scene.repo.dir, ".git/nerveplane/hooks/chain/pre-push");
  fs.writeFileSync(stranger, lefthookScript("exit 0\n"));
  expect((await installHooks(scene.repository, scene)).notes).toContainEqual(expect.stringContaining(stranger));
  expect((await states(scene))[1]).toMatch(/^pre-push: broken: lefthook wrote/);
  expect((await uninstallHooks(scene.repository)).notes).toEqual([expect.stringContaining(stranger)]);
  expect(fs.readFileSync(stranger, "utf8")).toBe(lefthookScript("exit 0\n"));
  expect(scene.repo.git("config", "core.hooksPath")).toBe(".husky/_");
});

test("the plan names every file and setting before it is written, and writes nothing", async () => {
  const scene = await hookScene();
  scene.hook("pre-push", "#!/bin/sh\n");
  const before = fingerprintOf(scene);
  const { steps } = await planHooks(scene.repository, scene);
  expect(fingerprintOf(scene)).toEqual(before);
  expect(steps.map((step) => stepLine(step).replaceAll(scene.repo.dir, "~"))).toEqual([
    "write ~/.git/nerveplane/hooks/run: runs git nerve's part, then the hook that was there",
    "write ~/.git/nerveplane/hooks/program: says where git nerve is",
    "write ~/.git/hooks/post-checkout: a hook of ours, because there is none",
    "write ~/.git/hooks/pre-push: our lines go in front; the rest of your hook stays as it is",
  ]);
});

test("a folder of hooks that was not there goes again", async () => {
  const scene = await hookScene();
  fs.rmSync(path.join(scene.repo.dir, ".git/hooks"), { recursive: true });
  const before = fingerprintOf(scene);
  await installHooks(scene.repository, scene);
  expect((await states(scene))[1]).toBe("pre-push: runs");
  await uninstallHooks(scene.repository);
  expect(fingerprintOf(scene)).toEqual(before);
  expect(fs.existsSync(path.join(scene.repo.dir, ".git/nerveplane/hooks"))).toBe(false);
});
