import path from "node:path";
import { detectBetween } from "../../src/app/detect.ts";
import { openRepository } from "../../src/git/repository.ts";
import type { Bench } from "./result.ts";
import { median, timed } from "./rounds.ts";
import { sampleCode } from "./sample-code.ts";
import { sampleRepository } from "./sample-repository.ts";

const files = 5000;
const changed = 20;

/** Two branches that change twenty files each, in a repository whose files import from each other, and nothing of it was ever read. */
export const pairCold: Bench = {
  name: "pair-cold",

  async run(sandbox) {
    const { dir, git, write } = await sampleRepository(sandbox);
    const textOf = (at: number): string =>
      sampleCode(at, { lines: 80, imports: [at + 1, at + 7, at + 100].map((to) => moduleFrom(at, to % files)) });
    for (let at = 0; at < files; at++) write(pathOf(at), textOf(at));
    await git("add", "-A");
    await git("commit", "-q", "-m", "code");
    for (const [side, first] of [
      ["ours", 0],
      ["theirs", changed / 2],
    ] as const) {
      await git("switch", "-q", "-c", side, "main");
      // Half of them are changed by both, in different lines; theirs import from those that ours change.
      for (let at = first; at < first + changed; at++) write(pathOf(at), edited(textOf(at), side));
      await git("commit", "-q", "-am", side);
    }
    const repository = await openRepository(dir);
    const taken: number[] = [];
    for (let round = 0; round <= 7; round++) taken.push(await timed(() => detectBetween(repository, { ours: "ours", theirs: "theirs" })));
    const [first = Number.NaN, ...later] = taken;
    return [
      {
        what: `a pair of ${changed} changed files each among ${files}, cold, the first of the run`,
        unit: "ms",
        measured: first,
        budget: 1000,
      },
      { what: "the same once more, nothing remembered", unit: "ms", measured: median(later) },
    ];
  },
};

/** Ours wants one thing more of all who call; theirs calls once more. */
const edited = (text: string, side: "ours" | "theirs"): string =>
  side === "ours"
    ? text.replace("load = async (id: string,", "load = async (id: string, exact: boolean,")
    : text.replace(/\}\n$/, "\n  again(name: string): Promise<string[]> {\n    return load0(name);\n  }\n}\n");

const pathOf = (at: number): string => `package-${Math.floor(at / 500)}/src/file-${at}.ts`;

const moduleFrom = (from: number, to: number): string => {
  const relative = path.posix.relative(path.posix.dirname(pathOf(from)), pathOf(to));
  return relative.startsWith(".") ? relative : `./${relative}`;
};
