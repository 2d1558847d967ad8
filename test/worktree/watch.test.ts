import { EventEmitter, once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openRepository } from "../../src/git/repository.ts";
import { type Hint, type Watching, type WatchOptions, watchWorktrees } from "../../src/worktree/watch.ts";
import { newRepository, repositoryAt, type TestRepository } from "../support/repository.ts";

interface Listener {
  readonly watching: Watching;
  readonly heard: Hint[];
  /** Resolves with the first hint, from now on, that fits; the test's own limit is its end. */
  hint(fits: (hint: Hint) => boolean): Promise<Hint>;
}

const listen = async (repository: TestRepository, options: WatchOptions = {}): Promise<Listener> => {
  const heard: Hint[] = [];
  const arrivals = new EventEmitter();
  const tell = (hint: Hint) => {
    heard.push(hint);
    arrivals.emit("hint");
  };
  const watching = await watchWorktrees(await openRepository(repository.dir), tell, options);
  onTestFinished(() => watching.close());
  return {
    watching,
    heard,
    async hint(fits) {
      for (let from = heard.length; ;) {
        for (; from < heard.length; from++) {
          const hint = heard[from];
          if (hint && fits(hint)) return hint;
        }
        await once(arrivals, "hint");
      }
    },
  };
};

const names = (id: string, file: string) => (hint: Hint) =>
  hint.kind === "worktree" && hint.id === id && hint.paths?.includes(file) === true;
const isKind = (kind: Hint["kind"]) => (hint: Hint) => hint.kind === kind;

test("a save is told with its worktree and path", async () => {
  const main = newRepository();
  const side = main.worktree("side");
  const { hint, watching } = await listen(main);
  expect(watching).toMatchObject({ mode: "events", reason: null });
  const inMain = hint(names("main", "src/a.ts"));
  main.write("src/b.ts", "makes the folder");
  main.write("src/a.ts", "a");
  const folder = hint(names("main", "src"));
  await Promise.race([inMain, folder]);
  const inSide = hint(names("side", "b.ts"));
  side.write("b.ts", "b");
  await inSide;
});

test("what is ignored, in node_modules or in another worktree's folder is not told", async () => {
  const main = newRepository({ ".gitignore": "target/\n" });
  main.write("target/old.o", "1");
  main.write("node_modules/x/index.js", "1");
  main.git("worktree", "add", "-q", "-b", "x", path.join(main.dir, ".claude/worktrees/x"));
  const { hint, heard } = await listen(main);
  const last = hint(names("main", "last.txt"));
  main.write("target/new.o", "2");
  main.write("node_modules/x/new.js", "2");
  main.write(".claude/worktrees/x/inner.txt", "2");
  main.write("last.txt", "2");
  await last;
  const told = heard.flatMap((each) => (each.kind === "worktree" && each.id === "main" ? (each.paths ?? ["everything"]) : []));
  expect(told).toEqual(["last.txt"]);
});

test("staging tells the worktree, committing the repository, our own refs the plane", async () => {
  const main = newRepository();
  const side = main.worktree("side");
  const { hint } = await listen(main);
  side.write("a.txt", "a");
  const staged = hint((each) => each.kind === "worktree" && each.id === "side" && each.paths?.length === 0);
  side.git("add", "a.txt");
  await staged;
  const committed = hint(isKind("repository"));
  side.git("commit", "-q", "-m", "a");
  await committed;
  const said = hint(isKind("plane"));
  main.git("update-ref", "refs/nerveplane/log/w/0001", "HEAD");
  await said;
});

test("a worktree that is added is watched, one that is removed is let go", async () => {
  const main = newRepository();
  const { hint, heard, watching } = await listen(main);
  const added = hint(isKind("repository"));
  const side = main.worktree("side");
  await added;
  await settled(hint, side, "side");
  const removed = hint(isKind("repository"));
  main.git("worktree", "remove", "--force", side.dir);
  await removed;
  const last = hint(names("main", "last.txt"));
  main.write("last.txt", "1");
  await last;
  expect(watching.mode).toBe("events");
  expect(heard.length).toBeGreaterThan(0);
});

test("a folder that is deleted under the watch does not end it", async () => {
  const main = newRepository();
  const side = main.worktree("side");
  const { hint, watching } = await listen(main);
  const gone = hint(isKind("repository"));
  fs.rmSync(side.dir, { recursive: true });
  await gone;
  const still = hint(names("main", "still.txt"));
  main.write("still.txt", "1");
  await still;
  expect(watching.mode).toBe("events");
});

test("a save deep in a folder that was moved here is told", async () => {
  const main = newRepository({ "a/b/c.txt": "1" });
  const { hint } = await listen(main);
  const everything = hint((each) => each.kind === "worktree" && each.paths === null);
  fs.renameSync(path.join(main.dir, "a"), path.join(main.dir, "moved"));
  await everything;
  const deep = hint(names("main", "moved/b/c.txt"));
  main.write("moved/b/c.txt", "2");
  await deep;
});

test("a folder that is no longer ignored is watched from then on", async () => {
  const main = newRepository({ ".gitignore": "dist/\n" });
  main.write("dist/sub/a.js", "1");
  const { hint } = await listen(main);
  const everything = hint((each) => each.kind === "worktree" && each.paths === null);
  main.write(".gitignore", "\n");
  await everything;
  const seen = hint(names("main", "dist/sub/a.js"));
  main.write("dist/sub/a.js", "2");
  await seen;
});

test("without events, everything is polled, and the reason told", async () => {
  const main = newRepository();
  main.worktree("side");
  const { hint, watching } = await listen(main, { events: false, pollMs: 20 });
  expect(watching).toMatchObject({ mode: "polling", reason: "events were not wanted" });
  await hint((each) => each.kind === "worktree" && each.id === "side" && each.paths === null);
  await hint(isKind("repository"));
  const later = hint((each) => each.kind === "worktree" && each.id === "later");
  main.worktree("later");
  await later;
});

test("after close nothing is told", async () => {
  const main = newRepository();
  const { heard, watching } = await listen(main);
  const other = await listen(main);
  await watching.close();
  const count = heard.length;
  const told = other.hint(names("main", "a.txt"));
  main.write("a.txt", "a");
  await told;
  expect(heard).toHaveLength(count);
});

/** A new folder is watched a moment after it appears: writes until a write is told. */
const settled = async (hint: Listener["hint"], repository: TestRepository, id: string): Promise<void> => {
  const told = hint(names(id, "probe.txt"));
  let count = 0;
  const writing = setInterval(() => repositoryAt(repository.dir).write("probe.txt", String(count++)), 20);
  await told.finally(() => clearInterval(writing));
};
