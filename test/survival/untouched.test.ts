import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { newMachine } from "../support/machine.ts";
import { repositoryAt } from "../support/repository.ts";

const commands = [
  "status",
  "agents --all",
  "conflicts list --all",
  "detect main feature",
  "detect HEAD^{tree} feature^{tree} --base main",
  "publish message_sent --summary hello",
  "events",
  "inbox",
  "join --name sam --task T-1",
  "watch --once",
  "sync",
  "trust",
  "audit",
  "leave",
];

// Staged, unstaged and untracked work, a merge that waits for its end, a stash, packed refs, and an index that git would like to refresh.
test("whatever the command: index, files, branches, configuration and git's own state stay byte for byte", async () => {
  const machine = newMachine();
  await machine.shell(`
    git init -q --bare -b main remote.git && git init -q -b main shop && cd shop
    seq 9 > a.txt && seq 9 > b.txt && seq 9 > c.txt && git add . && git commit -q -m first && git remote add origin ../remote.git
    git checkout -q -b feature && echo theirs > a.txt && git commit -q -a -m theirs && git checkout -q main
    git worktree add -q -b linked ../linked && echo linked > ../linked/a.txt
    git push -q origin main && git tag -a -m one v1 && git pack-refs --all
    echo stashed > c.txt && git stash -q && echo ours > a.txt && git commit -q -a -m ours
    git merge -q feature; echo staged > b.txt && git add b.txt && echo unstaged >> b.txt && echo new > d.txt && touch -d 2001-01-01 c.txt`);
  const shop = repositoryAt(path.join(machine.home, "shop"));
  const footprint = () => ({
    files: { ...filesOf(shop.dir), ...filesOf(path.join(machine.home, "linked")) },
    refs: shop.git("for-each-ref").replace(/.*refs\/nerveplane\/.*\n?/g, ""),
    remote: repositoryAt(path.join(machine.home, "remote.git")).git("for-each-ref", "refs/heads", "refs/tags"),
  });
  const before = footprint();
  expect(Object.keys(before.files)).toEqual(
    expect.arrayContaining([".git/MERGE_HEAD", ".git/index", "b.txt"].map((file) => path.join(shop.dir, file))),
  );
  for (const command of commands) {
    const { code, stderr } = await machine.nerve(shop.dir, ...command.split(" "));
    expect({ command, code }).toEqual({ command, code: expect.toBeOneOf([0, 1]) });
    expect({ command, stderr }).not.toMatchObject({ stderr: expect.stringContaining("git nerve:") });
    expect({ command, ...footprint() }).toEqual({ command, ...before });
  }
});

/** What every file below a folder holds and when it was changed, but for what is ours and the objects, which only ever become more. */
const filesOf = (folder: string): Record<string, string> => {
  const files: Record<string, string> = {};
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (!entry.isFile() || /\/\.git\/(nerveplane|objects|refs\/nerveplane)\//.test(file)) continue;
    files[file] = `${fs.statSync(file).mtimeMs} ${createHash("sha256").update(fs.readFileSync(file)).digest("hex")}`;
  }
  return files;
};
