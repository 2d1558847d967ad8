import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { architectureFaults } from "./support/architecture.ts";

const faultsOf = (files: Record<string, string>) => architectureFaults(new Map(Object.entries(files)));

test("the code keeps to its layout", () => {
  const src = path.resolve(import.meta.dirname, "../src");
  const files = fs.readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
  const sources = new Map(files.map((file) => [file.replaceAll(path.sep, "/"), fs.readFileSync(path.join(src, file), "utf8")]));
  expect(sources.size).toBeGreaterThan(0);
  expect(architectureFaults(sources)).toEqual([]);
});

const allowed: [string, Record<string, string>][] = [
  ["arrows that go down", { "log/a.ts": 'import { b } from "../git/b.ts";\nimport type { c } from "../identity/c.ts";' }],
  ["a folder's own files", { "fold/a.ts": 'import { b } from "./b.ts";', "fold/b.ts": 'export { c } from "./deep/c.ts";' }],
  ["packages", { "events/a.ts": 'import * as z from "zod/mini";' }],
  ["surfaces that are loaded late", { "cli/a.ts": 'const demo = () => import("../demo/demo.ts");' }],
  ["types of what is loaded late", { "cli/a.ts": 'import type { Play } from "../demo/demo.ts";' }],
  ["imports in a template", { "model/a.ts": 'const text = `\n  import "../git/a.ts";\n`;' }],
  ["createHash where hashes are made", { "base/sha256.ts": 'import { createHash } from "node:crypto";' }],
  ["git by git/", { "git/a.ts": 'import { spawn } from "node:child_process";' }],
  ["built-ins where there are effects", { "app/a.ts": 'import fs from "node:fs";\nconst now = Date.now();' }],
  ["a date that was handed in", { "fold/a.ts": "const at = new Date(event.at);" }],
  ["ref names in a comment", { "model/a.ts": "/** In `refs/nerveplane/live/<writer>`. */\n// refs/nerveplane" }],
  [
    "imports in a comment or a string",
    { "model/a.ts": '// import "../git/a.ts";\nconst text = "// import";\n/* import("../cli/a.ts") */' },
  ],
  ["260 lines", { "app/a.ts": "\n".repeat(260) }],
  [
    "a diamond",
    {
      "fold/a.ts": 'import "./b.ts";\nimport "./c.ts";',
      "fold/b.ts": 'import "./d.ts";',
      "fold/c.ts": 'import "./d.ts";',
      "fold/d.ts": "",
    },
  ],
];

for (const [what, files] of allowed) {
  test(`allowed: ${what}`, () => {
    expect(faultsOf(files)).toEqual([]);
  });
}

const refused: [string, Record<string, string>, string][] = [
  ["an arrow that goes up", { "git/a.ts": 'import { b } from "../log/b.ts";' }, "no arrow goes from git to log"],
  ["an arrow that goes sideways", { "fold/a.ts": 'import { b } from "../detectors/b.ts";' }, "no arrow goes from fold to detectors"],
  ["detectors that ask git", { "detectors/a.ts": 'import { b } from "../git/b.ts";' }, "no arrow goes from detectors to git"],
  ["a type is an arrow too", { "model/a.ts": 'import type { B } from "../git/b.ts";' }, "no arrow goes from model to git"],
  ["so is what is passed on", { "base/a.ts": 'export {\n  b,\n  type C,\n} from "../model/b.ts";' }, "no arrow goes from base to model"],
  ["and what is loaded late", { "git/a.ts": 'const b = await import("../app/b.ts");' }, "no arrow goes from git to app"],
  ["and an import for its effects", { "model/a.ts": 'import "../app/b.ts";' }, "no arrow goes from model to app"],
  [
    "an arrow behind a string with a slash",
    { "git/a.ts": 'const url = "https://x";\nimport { b } from "../app/b.ts";' },
    "from git to app",
  ],
  ["what is not in src", { "app/a.ts": 'import { b } from "../../test/b.ts";' }, "no arrow goes from app to .."],
  ["a surface loaded at once", { "cli/a.ts": 'import { b } from "../tui/b.ts";' }, "tui is loaded by import() only"],
  ["a surface that loads another", { "mcp/a.ts": 'const b = import("../tui/b.ts");' }, "no arrow goes from mcp to tui"],
  ["a demo that looks inside", { "demo/a.ts": 'import { b } from "../git/b.ts";' }, "no arrow goes from demo to git"],
  ["a folder without a row", { "utils/a.ts": "" }, "no folder that has a row"],
  ["a file in no folder", { "index.ts": "" }, "no folder that has a row"],
  ["files in a pure folder", { "fold/a.ts": 'import fs from "node:fs";' }, "fold is pure"],
  ["files by their old name", { "events/a.ts": 'import fs from "fs/promises";' }, "events is pure"],
  ["more of node:crypto than the hash", { "base/sha256.ts": 'import { createHash, randomBytes } from "node:crypto";' }, "base is pure"],
  ["hashes made elsewhere", { "model/a.ts": 'import { createHash } from "node:crypto";' }, "model is pure"],
  ["a clock in a pure folder", { "routing/a.ts": "const now = Date.now();" }, "uses Date.now"],
  ["the present as a date", { "fold/a.ts": "const now = new Date();" }, "uses new Date()"],
  ["chance in a pure folder", { "detectors/a.ts": "const die = Math.random();" }, "uses Math.random"],
  ["the environment in a pure folder", { "base/a.ts": 'const home = process.env["HOME"];' }, "uses process."],
  ["a process started by the app", { "app/a.ts": 'import { spawn } from "node:child_process";' }, "starts processes"],
  ["a process started late", { "log/a.ts": 'const { spawn } = await import("node:child_process");' }, "starts processes"],
  ["a ref name spelled out", { "log/a.ts": "const ref = `refs/nerveplane/log/1`;" }, "spells a ref name"],
  ["261 lines", { "app/a.ts": "\n".repeat(261) }, "261 lines"],
  ["two files that import each other", { "fold/a.ts": 'import "./b.ts";', "fold/b.ts": 'import type { A } from "./a.ts";' }, "is a cycle"],
  [
    "a longer way back",
    { "fold/a.ts": 'import "./b.ts";', "fold/b.ts": 'import "./c.ts";', "fold/c.ts": 'import "./b.ts";' },
    "fold/b.ts -> fold/c.ts -> fold/b.ts is a cycle",
  ],
];

for (const [what, files, fault] of refused) {
  test(`refused: ${what}`, () => {
    expect(faultsOf(files)).toEqual([expect.stringContaining(fault)]);
  });
}
