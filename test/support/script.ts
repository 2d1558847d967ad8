import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { buildSync } from "esbuild";
import { temporaryFolder } from "./repository.ts";

const root = path.resolve(import.meta.dirname, "../..");

export interface Script {
  /** The bundle, for `node`. */
  readonly file: string;
  /** Starts it in a process of its own. */
  start(...args: string[]): ChildProcess;
  /** Runs it to its end; what it printed. Throws when it failed. */
  run(...args: string[]): Promise<string>;
}

/** A program for another process: TypeScript that imports from `./src/…`, as one bundle. For what only real processes can show. */
export const script = (source: string): Script => {
  const file = path.join(temporaryFolder(), "script.mjs");
  buildSync({
    stdin: { contents: source, resolveDir: root, loader: "ts" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    outfile: file,
    logLevel: "error",
  });
  const start = (...args: string[]) => spawn(process.execPath, [file, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  return {
    file,
    start,
    run: (...args) =>
      new Promise((resolve, reject) => {
        const child = start(...args);
        const said = { out: "", err: "" };
        child.stdout.on("data", (chunk: Buffer) => {
          said.out += chunk.toString("utf8");
        });
        child.stderr.on("data", (chunk: Buffer) => {
          said.err += chunk.toString("utf8");
        });
        child.on("close", (code) => (code === 0 ? resolve(said.out.trim()) : reject(new Error(`exit ${code}: ${said.err}`))));
      }),
  };
};
