import fs from "node:fs";
import path from "node:path";
import { git } from "../git/exec.ts";
import { type Scenario, type SideName, sideNames, type Texts } from "./scenario.ts";
import { type Worked, workedBy } from "./worked.ts";

/** Who takes part in a scenario. */
export const sidesOf = (scenario: Scenario): SideName[] => sideNames.filter((side) => scenario[side]);

/** Names the commit that holds all of a side's work, wherever the side has it. */
export const workRef = (side: SideName): string => `refs/eval/${side}`;

/**
 * Makes the repository of a scenario below `folder`: a commit on main, and for each side a branch of its own with a worktree that holds its work.
 * Alice's is the main worktree; its path is the answer.
 */
export const buildRepository = async (folder: string, scenario: Scenario): Promise<string> => {
  const home = path.join(folder, "alice");
  const sides = sidesOf(scenario).map((name) => ({
    name,
    worked: workedBy(scenario, name),
    committed: scenario.committed?.includes(name) ?? false,
  }));
  await git(["init", "-q", "-b", "main", home], { cwd: folder });
  const input = [commit("refs/heads/main", new Map(Object.entries(scenario.base)))];
  for (const { name, worked, committed } of sides) {
    input.push(commit(workRef(name), worked, "refs/heads/main"));
    input.push(`reset refs/heads/${name}\nfrom ${committed ? workRef(name) : "refs/heads/main"}\n\n`);
  }
  await git(["fast-import", "--quiet"], { cwd: home, input: input.join("") });
  for (const { name, worked, committed } of sides) {
    const place = path.join(folder, name);
    await git(name === "alice" ? ["checkout", "-q", name] : ["worktree", "add", "-q", place, name], { cwd: home });
    if (!committed) write(place, worked);
  }
  return home;
};

/** A commit in the language of git-fast-import(1). */
const commit = (ref: string, worked: Worked | ReadonlyMap<string, Texts[string]>, from?: string): string => {
  const files = [...worked].map(([file, text]) => (text === null ? `D ${file}\n` : `M 100644 inline ${file}\n${data(text)}`));
  const head = `commit ${ref}\ncommitter Eval <eval@example.com> 1700000000 +0000\n${data(ref)}${from ? `from ${from}\n` : ""}`;
  return `${head}${files.join("")}\n`;
};

const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;

const write = (place: string, worked: Worked): void => {
  for (const [file, text] of worked) {
    const target = path.join(place, file);
    if (text === null) fs.rmSync(target);
    else {
      fs.mkdirSync(path.dirname(target), { recursive: true });
      fs.writeFileSync(target, text);
    }
  }
};
