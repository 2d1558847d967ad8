import fs from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { installHooks } from "../../../src/app/hooks/install.ts";
import { planHooks } from "../../../src/app/hooks/plan.ts";
import { readHooksStatus } from "../../../src/app/hooks/status.ts";
import { uninstallHooks } from "../../../src/app/hooks/uninstall.ts";
import { temporaryFolder } from "../../support/repository.ts";
import { fingerprintOf, type HookScene, hookScene } from "./fixture.ts";
import { setUps } from "./set-ups.ts";

afterEach(() => void vi.unstubAllEnvs());

/** A scene whose user has a pre-push hook; `pushed` pushes and tells what that hook saw, object ids blotted out. */
const sceneWith = async (arrange: (scene: HookScene, log: string) => void) => {
  const scene = await hookScene();
  const log = path.join(temporaryFolder(), "seen");
  fs.writeFileSync(log, "");
  fs.writeFileSync(`${log}.code`, "0");
  arrange(scene, log);
  const pushed = (code = 0) => {
    fs.writeFileSync(log, "");
    fs.writeFileSync(`${log}.code`, String(code));
    const { code: answer } = scene.push();
    return { answer, seen: blotted(fs.readFileSync(log, "utf8")) };
  };
  return { scene, pushed, wasSeen: () => fs.readFileSync(log, "utf8") !== "" };
};

// od prints an object id as spaced characters over several lines, so its lines differ with every commit: their number does not.
const blotted = (text: string): string => text.replace(/^\d{7} .*$/gm, (line) => line.replace(/[0-9a-f]/g, "?"));

describe.each(setUps)("beside $name", ({ arrange, way }) => {
  test("the user's hook sees exactly what it saw before, and ours is called once with what git said", async () => {
    const { scene, pushed } = await sceneWith(arrange);
    pushed();
    const before = pushed();
    expect(before.seen).toContain("pre-push called with 2: origin ");
    expect((await installHooks(scene.repository, scene)).way).toBe(way);

    expect(pushed()).toEqual(before);
    expect(scene.calls()).toEqual([expect.stringMatching(/^pre-push origin \S+\nHEAD [0-9a-f]{40} refs\/heads\/main [0-9a-f]{40}\n$/)]);
  });

  test("the user's hook decides about the push", async () => {
    const { scene, pushed } = await sceneWith(arrange);
    await installHooks(scene.repository, scene);
    expect(pushed(3).answer).not.toBe(0);
    expect(pushed(0).answer).toBe(0);
  });

  test("when ours stops the push, the user's is not started", async () => {
    const { scene, pushed } = await sceneWith(arrange);
    await installHooks(scene.repository, scene);
    scene.programDoes("echo 'alice deletes what you call'; exit 1");
    expect(pushed()).toEqual({ answer: 1, seen: "" });
  });

  test("installing twice changes nothing the second time", async () => {
    const { scene } = await sceneWith(arrange);
    expect((await planHooks(scene.repository, scene)).steps).not.toEqual([]);
    await installHooks(scene.repository, scene);
    const once = fingerprintOf(scene);
    expect((await installHooks(scene.repository, scene)).steps).toEqual([]);
    expect(fingerprintOf(scene)).toEqual(once);
  });

  test("uninstalling leaves every byte, mode, link and setting as it was", async () => {
    const { scene, pushed } = await sceneWith(arrange);
    const before = fingerprintOf(scene);
    await installHooks(scene.repository, scene);
    expect(fingerprintOf(scene)).not.toEqual(before);
    await uninstallHooks(scene.repository);
    expect(fingerprintOf(scene)).toEqual(before);
    pushed();
    expect(scene.calls()).toEqual([]);
  });

  test("status proves that ours runs, without running the user's", async () => {
    const { scene, wasSeen } = await sceneWith(arrange);
    expect((await readHooksStatus(scene.repository)).hooks.map(({ state }) => state)).toEqual(["absent", "absent"]);
    await installHooks(scene.repository, scene);
    const { hooks } = await readHooksStatus(scene.repository);
    expect(hooks.map(({ hook, state, reason }) => [hook, state, reason])).toEqual([
      ["post-checkout", "runs", null],
      ["pre-push", "runs", null],
    ]);
    expect(wasSeen()).toBe(false);
    expect(scene.calls()).toEqual([]);
  });
});
