import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Compare } from "../tool.ts";

/** https://buf.build/docs/breaking: a program, so its time has the start of a process in it. */
export const compare: Compare = ({ before, after, level = "wire_json" }, { buf = "buf" }) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "nerve-buf-"));
  try {
    const config = JSON.stringify({ version: "v2", breaking: { use: [level.toUpperCase()] } });
    write(path.join(folder, "before"), before, config);
    write(path.join(folder, "after"), after, config);
    const { status, stdout, stderr } = spawnSync(buf, ["breaking", "--against", "../before", "--error-format", "json"], {
      ...{ cwd: path.join(folder, "after"), encoding: "utf8", maxBuffer: 100_000_000, timeout: longest },
      env: { HOME: folder, PATH: process.env["PATH"] },
    });
    const said = stdout.split("\n").filter((line) => line.startsWith("{"));
    if (status !== 0 && status !== foundSomething) return { kind: "refused", reason: stderr.trim() };
    return { kind: "answered", breaking: status === foundSomething, said };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
};

/** What buf exits with. */
const foundSomething = 100;

/** Milliseconds, so that it does not outlive the process that asks it. */
const longest = 10_000;

const write = (folder: string, files: ReadonlyMap<string, string>, config: string): void => {
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, "buf.yaml"), config);
  for (const [name, text] of files) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
};
