import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ended, type Machine, newMachine } from "../support/machine.ts";
import { newRepository, temporaryFolder } from "../support/repository.ts";

const moments = [
  { moment: "before the event is stored", command: "hash-object", line: 1, of: "questions", stands: false },
  { moment: "when the event is stored and nothing points at it", command: "hash-object", line: 1, of: "answers", stands: false },
  { moment: "before the log is touched", command: "update-ref", line: 1, of: "questions", stands: false },
  { moment: "while the log is locked", command: "update-ref", line: 4, of: "questions", stands: false },
  { moment: "when the log has moved and nobody was told", command: "update-ref", line: 3, of: "answers", stands: true },
] as const;

test.for(moments)("killed $moment: the log is whole and takes the next event", async ({ stands, ...moment }) => {
  const machine = newMachine();
  const { dir, git } = newRepository();
  await machine.nerve(dir, "publish", "message_sent", "--summary", "before");
  const killed = machine.start(["publish", "message_sent", "--summary", "killed"], {
    cwd: dir,
    env: { PATH: `${deadlyGit(machine, moment)}:${machine.env["PATH"]}` },
  });
  expect(await ended(killed)).toMatchObject({ code: -1, stdout: "" });

  expect(await machine.nerve(dir, "publish", "message_sent", "--summary", "after")).toMatchObject({ code: 0 });
  const { events } = await machine.ask<{ events: { summary: string }[] }>(dir, "events", "--type", "message_sent");
  expect(events.map(({ summary }) => summary)).toEqual(stands ? ["before", "killed", "after"] : ["before", "after"]);
  expect(await machine.nerve(dir, "audit")).toMatchObject({ code: 0 });
  expect(git("fsck", "--strict", "--no-dangling")).toBe("");
});

/**
 * A folder with a `git` that kills whoever started it in the middle of their talk: instead of passing on the line of that number, of the
 * questions to `command` or of its answers.
 */
const deadlyGit = (machine: Machine, { command, line, of }: Pick<(typeof moments)[number], "command" | "line" | "of">): string => {
  const folder = temporaryFolder();
  const script = `#!/bin/sh
PATH='${machine.env["PATH"]}'
case " $* " in *' ${command} '*) ;; *) exec git "$@" ;; esac
caller=$PPID
deadly() {
  count=0
  while IFS= read -r line; do
    count=$((count + 1))
    if [ "$count" = ${line} ]; then kill -9 "$caller"; exit; fi
    printf '%s\\n' "$line"
  done
}
${of === "questions" ? 'deadly | git "$@"' : 'git "$@" | deadly'}
`;
  fs.writeFileSync(path.join(folder, "git"), script, { mode: 0o755 });
  return folder;
};
