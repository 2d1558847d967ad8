import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isShellScript, ownScript, startsWithBlock, withBlock, withoutBlock } from "../../../src/app/hooks/block.ts";
import { canaryConfig } from "../../../src/app/hooks/canary.ts";
import type { HookFacts } from "../../../src/app/hooks/facts.ts";
import { type HookTexts, shellWord } from "../../../src/app/hooks/hook-texts.ts";
import { hookLayout } from "../../../src/app/hooks/layout.ts";
import { planOf, removalOf } from "../../../src/app/hooks/plan.ts";
import { noTarget, targetOf } from "../../../src/app/hooks/target.ts";

const block = "# >>> git nerve >>> (about)\nours\n# <<< git nerve <<<\n";
const texts: HookTexts = { run: "run", chain: "chain", program: "program", block: () => block };

const factsOf = (more: Partial<HookFacts>): HookFacts => ({
  layout: hookLayout({ commonDir: "/r/.git", nerveDir: "/r/.git/nerveplane" }),
  commonDir: "/r/.git",
  gitVersion: [2, 54],
  gitFolder: "folder",
  foreignFolder: undefined,
  foreignHooks: new Set(),
  files: new Map(),
  config: [],
  ...more,
});

describe("with git 2.54 and newer", () => {
  const configured = targetOf(factsOf({}), "config", texts).config;

  test("hooks go into the configuration, command before event, whatever else is there", () => {
    const plan = planOf(factsOf({ foreignFolder: { scope: "local", value: ".husky/_" } }), texts);
    expect(plan.way).toBe("config");
    expect(plan.steps.map((step) => (step.do === "add-config" ? step.entry.key : step.do))).toEqual([
      "write",
      "write",
      "hook.nerve-post-checkout.command",
      "hook.nerve-post-checkout.event",
      "hook.nerve-pre-push.command",
      "hook.nerve-pre-push.event",
    ]);
  });

  test("a hook that an older git left in a file is taken out, so that it runs once", () => {
    const place = "/r/.git/hooks/pre-push";
    const files = new Map([[place, { kind: "file", text: withBlock("#!/bin/sh\ntheirs\n", block), mode: 0o755, links: 1 } as const]]);
    expect(planOf(factsOf({ files }), texts).steps.at(-1)).toMatchObject({ do: "write", path: place, text: "#!/bin/sh\ntheirs\n" });
  });

  test("entries that an older git would not notice give way to lines in files when git goes back", () => {
    const { way, steps } = planOf(factsOf({ config: configured, gitVersion: [2, 39] }), texts);
    expect(way).toBe("file");
    expect(steps.filter((step) => step.do === "remove-config")).toHaveLength(4);
  });

  test("uninstalling takes the events out before the commands, since git stops at an event without one", () => {
    const steps = removalOf(factsOf({ config: [{ key: "hook.lint.event", value: "pre-push" }, ...configured] })).steps;
    expect(steps.map((step) => (step.do === "remove-config" ? step.entry.key : step.do))).toEqual([
      "hook.nerve-pre-push.event",
      "hook.nerve-pre-push.command",
      "hook.nerve-post-checkout.event",
      "hook.nerve-post-checkout.command",
    ]);
    expect(noTarget.config).toEqual([]);
  });

  test("the command passes when nothing of ours is there, and else gets the hook's name and arguments", () => {
    const { value } = configured.find(({ key }) => key === "hook.nerve-pre-push.command") ?? { value: "exit 9" };
    // git runs `sh -c '<command> "$@"' '<command>' <arguments>`.
    const answer = execFileSync("sh", ["-c", `git() { echo /nowhere; }; ${value} "$@"`, value, "origin"], { encoding: "utf8" });
    expect(answer).toBe("");
    expect(value).toMatch(/"\$nerve" pre-push ''$/);
  });

  test("the canary meets no hook but ours", () => {
    expect(canaryConfig(["lint", "nerve-pre-push"], "pre-push")).toEqual(["core.hooksPath=/dev/null", "hook.lint.enabled=false"]);
  });
});

describe("our lines", () => {
  const line = fc.constantFrom("", "echo x", "# comment", "\r", "é", "if true; then :; fi", "# <<< git nerve <<<", " # >>> git nerve >>>");
  const script = fc.tuple(fc.constantFrom("#!/bin/sh", "#!/usr/bin/env bash", "#! /bin/dash -e"), fc.array(line), fc.boolean());
  const textOf = ([head, lines, ended]: [string, string[], boolean]) => `${head}\n${lines.join("\n")}${ended ? "\n" : ""}`;

  test("come out of any script without a trace", () => {
    fc.assert(fc.property(script.map(textOf), (text) => withoutBlock(withBlock(text, block)) === text));
  });

  test("are there once, however often they go in", () => {
    fc.assert(fc.property(script.map(textOf), (text) => withBlock(withBlock(text, block), block) === withBlock(text, block)));
  });

  test("come first", () => {
    fc.assert(fc.property(script.map(textOf), (text) => startsWithBlock(withBlock(text, block))));
  });

  test("in a hook of ours alone leave nothing", () => {
    expect(withoutBlock(ownScript(block))).toBeNull();
    expect(withBlock(ownScript("# >>> git nerve >>>\nolder\n# <<< git nerve <<<\n"), block)).toBe(ownScript(block));
  });

  test.each(["#!/bin/sh\n", "#!/usr/bin/env bash\n", "#!/usr/bin/env -S bash -e\n", "#! /usr/local/bin/zsh\n", "#!/bin/bash -eu\n"])(
    "go into %j",
    (text) => {
      expect(isShellScript(text)).toBe(true);
    },
  );

  test.each(["", "echo\n", "#!/usr/bin/env node\n", "#!/usr/bin/fish\n", "#!/bin/sh\r\n", "#!/bin/sh", "#!/bin/sh\n\0", "\x7fELF\n"])(
    "stay out of %j",
    (text) => {
      expect(isShellScript(text)).toBe(false);
    },
  );
});

test("a shell reads every word back as it was", () => {
  fc.assert(
    fc.property(
      fc.string().filter((word) => !word.includes("\0") && word.isWellFormed()),
      (word) => {
        expect(execFileSync("sh", ["-c", `printf '%s.' ${shellWord(word)}`], { encoding: "utf8" })).toBe(`${word}.`);
      },
    ),
    { numRuns: 20 },
  );
});
