import fs from "node:fs";
import path from "node:path";
import { test } from "vitest";
import { newMachine } from "../support/machine.ts";

interface Kind {
  /** Makes two worktrees, alice and bob, in the home folder. */
  readonly setup: string;
  /** What they clash in. */
  readonly conflicts: readonly (readonly [kind: string, file: string])[];
}

const worktrees = "git worktree add -q ../alice && git worktree add -q ../bob";
const edits = "echo alice > ../alice/a.txt; echo bob > ../bob/a.txt";
const origin =
  "git init -q -b main origin && cd origin && echo one > a.txt && echo one > b.txt && git add . && git commit -q -m first && git config uploadpack.allowFilter true && git commit -q --allow-empty -m second && cd ..";
const repository = "git init -q -b main main && cd main && echo one > a.txt && git add . && git commit -q -m first";

const kinds: Record<string, Kind> = {
  "SHA-256": {
    setup: `git init -q -b main --object-format=sha256 main && cd main && echo one > a.txt && git add . && git commit -q -m first && ${worktrees} && ${edits}`,
    conflicts: [["merge_conflict", "a.txt"]],
  },
  "a shallow clone": {
    setup: `${origin}; git clone -q --depth 1 file://$HOME/origin main && cd main && ${worktrees} && ${edits}`,
    conflicts: [["merge_conflict", "a.txt"]],
  },
  "a partial clone without the blobs of the past": {
    setup: `${origin}; git clone -q --filter=blob:none file://$HOME/origin main && cd main && ${worktrees} && ${edits}`,
    conflicts: [["merge_conflict", "a.txt"]],
  },
  "a bare repository with linked worktrees": {
    setup: `${origin}; git clone -q --bare origin main && cd main && ${worktrees} && ${edits}`,
    conflicts: [["merge_conflict", "a.txt"]],
  },
  "detached HEADs": {
    setup: `${repository} && git worktree add -q --detach ../alice && git worktree add -q --detach ../bob && ${edits}`,
    conflicts: [["merge_conflict", "a.txt"]],
  },
  "a sparse checkout": {
    setup: `${repository} && mkdir in out && echo one > in/a.txt && echo one > out/a.txt && git add . && git commit -q -m more && ${worktrees}
      git -C ../alice sparse-checkout set in && echo alice > ../alice/in/a.txt && echo bob > ../bob/in/a.txt && echo bob > ../bob/out/a.txt`,
    conflicts: [["merge_conflict", "in/a.txt"]],
  },
  submodules: {
    setup: `${origin}; ${repository} && git -c protocol.file.allow=always submodule --quiet add ../origin sub && git commit -q -m sub && ${worktrees}
      for who in alice bob; do
        git -C ../$who -c protocol.file.allow=always submodule --quiet update --init && git -C ../$who/sub commit -q --allow-empty -m $who
      done`,
    conflicts: [["merge_conflict", "sub"]],
  },
  "symbolic links": {
    setup: `${repository} && ln -s a.txt link && git add . && git commit -q -m link && ${worktrees}
      ln -sf alice ../alice/link && ln -sf /etc/passwd ../bob/link`,
    conflicts: [["merge_conflict", "link"]],
  },
  "LFS pointers": {
    setup: `${repository} && echo '*.bin filter=lfs diff=lfs merge=lfs -text' > .gitattributes && printf 'version https://git-lfs.github.com/spec/v1\\noid sha256:%s\\nsize 1\\n' 0 > a.bin && git add . && git commit -q -m lfs && ${worktrees}
      for who in alice bob; do printf 'version https://git-lfs.github.com/spec/v1\\noid sha256:%s\\nsize 1\\n' $who > ../$who/a.bin; done`,
    conflicts: [["merge_conflict", "a.bin"]],
  },
  "a rename that changes only the case": {
    setup: `${repository} && seq 40 > readme.md && git add . && git commit -q -m readme && ${worktrees}
      git -C ../alice mv readme.md README.md && echo more >> ../bob/readme.md && sed -i s/^2$/two/ ../alice/README.md`,
    conflicts: [["same_file", "README.md"]],
  },
  "a stacked branch": {
    setup: `${repository} && ${worktrees} && ${edits}
      git -C ../alice commit -q -a -m alice && git -C ../bob reset -q --hard alice && echo more >> ../bob/a.txt`,
    conflicts: [],
  },
};

test.concurrent.for(Object.entries(kinds))(
  "%s: conflicts are found, and everything verifies",
  async ([, { setup, conflicts }], { expect, onTestFinished }) => {
    const machine = newMachine(onTestFinished);
    expect(await machine.shell(`set -e; ${setup}`)).toMatchObject({ code: 0 });
    const alice = path.join(machine.home, "alice");
    const found = await machine.ask<{ conflicts: { kind: string; files: string[] }[] }>(alice, "conflicts");
    expect(found.conflicts.map(({ kind, files }) => [kind, files[0]])).toEqual(conflicts);
    expect(await machine.nerve(alice, "audit")).toMatchObject({ code: 0, stderr: "" });
    expect(await machine.shell("git fsck --no-dangling", { cwd: alice })).toMatchObject({ code: 0 });
  },
);

test.concurrent("before the first commit there is an agent, and its files are seen", async ({ expect, onTestFinished }) => {
  const machine = newMachine(onTestFinished);
  await machine.shell("git init -q -b main main && echo one > main/a.txt");
  const main = path.join(machine.home, "main");
  expect(await machine.ask(main, "agents")).toMatchObject({ agents: [{ name: "main", branch: "main", changedFiles: 1 }] });
  expect(await machine.nerve(main, "status")).toMatchObject({ code: 0, stderr: "" });
});

test.concurrent("a worktree whose folder vanished has left, and what it was in is over", async ({ expect, onTestFinished }) => {
  const machine = newMachine(onTestFinished);
  await machine.shell(`${repository} && ${worktrees} && ${edits}`);
  const alice = path.join(machine.home, "alice");
  expect(await machine.nerve(alice, "conflicts")).toMatchObject({ code: 1 });
  fs.rmSync(path.join(machine.home, "bob"), { recursive: true });
  expect(await machine.nerve(alice, "conflicts")).toMatchObject({ code: 0 });
  expect(await machine.ask(alice, "agents")).toMatchObject({ agents: [{ name: "alice" }, { name: "main" }] });
});
