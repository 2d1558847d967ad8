import { type Look, Looker } from "../../src/app/look.ts";
import { openNerve } from "../../src/app/nerve.ts";
import { readWorktrees } from "../../src/git/worktrees.ts";
import type { Bench } from "./result.ts";
import { inTurns } from "./rounds.ts";
import { editedText, sampleRepository } from "./sample-repository.ts";
import { run } from "./sandbox.ts";

/** One file of 50,000 is saved: what does the watcher need to know the worktree's change set again, and what `git status` to print its own? */
export const largeSave: Bench = {
  name: "large-save",

  async run(sandbox) {
    const { dir, files, write, git } = await sampleRepository(sandbox, { files: 50_000 });
    const nerve = await openNerve(dir, () => {});
    const watching = new Looker(nerve, { resident: true });
    sandbox.onEnd(async () => void (await Promise.all([watching.close(), nerve.close()])));
    await git("status");
    const worktrees = await readWorktrees(nerve.repository);
    await watching.look(worktrees);

    const save = (round: number, word: string): string => {
      const at = round * 97;
      write(files[at] ?? "", editedText(at, word));
      return files[at] ?? "";
    };
    const watched = await inTurns(15, {
      look: async (round) => {
        const path = save(round, "watched");
        requireChange(await watching.look(worktrees, { worktrees: new Map([["main", [path]]]), refs: false }), path);
      },
      status: async (round) => {
        save(round, "status");
        // As editors and prompts call it: without writing the index.
        await run(["git", "--no-optional-locks", "status"], { cwd: dir });
      },
    });
    const alone = await inTurns(5, {
      look: async (round) => {
        const path = save(round, "alone");
        const looker = new Looker(nerve, { resident: false });
        requireChange(await looker.look(worktrees), path);
        await looker.close();
      },
      status: async (round) => {
        save(round, "status alone");
        await run(["git", "--no-optional-locks", "status"], { cwd: dir });
      },
    });
    return [
      {
        what: "one save among 50,000 files -> snapshot and change set",
        unit: "ms",
        measured: watched.look,
        baseline: { what: "git status", measured: watched.status },
        budget: 1,
      },
      {
        what: "the same without a watcher, which looks at everything",
        unit: "ms",
        measured: alone.look,
        baseline: { what: "git status", measured: alone.status },
      },
    ];
  },
};

const requireChange = (looks: readonly { readonly look: Look }[], path: string): void => {
  const changes = looks[0]?.look.changeSet?.changes ?? [];
  if (!changes.some((change) => change.path === path)) throw new Error(`${path} was saved, and is not in the change set`);
};
