import { expect, test } from "vitest";
import { hintOf } from "../../src/worktree/git-dir-hints.ts";

test.each([
  ["index", { kind: "index", id: "main" }],
  ["worktrees/side/index", { kind: "index", id: "side" }],
  ["MERGE_HEAD", { kind: "index", id: "main" }],
  ["worktrees/side/rebase-merge", { kind: "index", id: "side" }],
  ["config", { kind: "index", id: null }],
  ["info/exclude", { kind: "index", id: null }],
  ["HEAD", { kind: "repository" }],
  ["worktrees/side/HEAD", { kind: "repository" }],
  ["refs/heads/feature/x", { kind: "repository" }],
  ["packed-refs", { kind: "repository" }],
  ["worktrees", { kind: "worktrees" }],
  ["worktrees/side", { kind: "worktrees" }],
  ["worktrees/side/gitdir", { kind: "worktrees" }],
  ["refs/nerveplane/log/w/0001", { kind: "plane" }],
])("a change of %s tells %j", (path, hint) => {
  expect(hintOf(path)).toEqual(hint);
});

test.each(["index.lock", "refs/heads/main.lock", "worktrees/side/index.lock", "COMMIT_EDITMSG", "FETCH_HEAD", "ORIG_HEAD", "gc.pid"])(
  "a change of %s tells nothing",
  (path) => {
    expect(hintOf(path)).toBeUndefined();
  },
);
