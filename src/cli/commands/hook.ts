import { pushAlong } from "../../app/after-push.ts";
import { pushWarning } from "../../app/pre-push.ts";
import { enter } from "../../app/self.ts";
import { findRunningWatcher } from "../../app/watcher.ts";
import { NerveError } from "../../base/errors.ts";
import { type Call, defineCommand, type Options } from "../command.ts";

/** What the shell part of the hooks waits for at most; then it goes on without us. */
const inputMs = 1000;

export default defineCommand({
  about: "What the git hooks run. Its exit code is 1 only when a push is to be stopped, and it says why on stdout.",
  args: "<name> [args...]",
  examples: [["git nerve hook pre-push origin https://example.com/repo.git < refs", "as git calls it"]],

  async run(call) {
    const [name, ...args] = call.args;
    if (name === "pre-push") return prePush(call, args);
    if (name === "post-checkout") return postCheckout(call, args);
    throw new NerveError("usage", `there is no hook ${name} of ours`, { hint: "pre-push, post-checkout" });
  },
});

const prePush = async ({ nerve, out }: Call<Options>, [remote = ""]: readonly string[]): Promise<number> => {
  const plane = await nerve();
  const { block, conflicts } = await pushWarning(plane, await readInput());
  for (const { id, summary, agents } of conflicts)
    out.line(`git nerve: ${agents.map((agent) => agent.name).join(" × ")}: ${summary} (${id})`);
  if (block) {
    out.line("git nerve: the push is stopped because nerve.prePush is block. Settle these, dismiss them, or push with --no-verify.");
    return 1;
  }
  await pushAlong(plane, remote);
  return 0;
};

/** The third argument is 1 when a branch was checked out or a worktree made, 0 when files were. */
const postCheckout = async ({ nerve }: Call<Options>, [, , kind]: readonly string[]): Promise<number> => {
  const plane = await nerve();
  if (kind === "1" && !findRunningWatcher(plane.repository)) await enter(plane);
  return 0;
};

/** What git writes to the hook; cut short if it does not come, since a push must not wait for us. */
const readInput = async (): Promise<string> => {
  const chunks: Buffer[] = [];
  const timer = setTimeout(() => process.stdin.destroy(), inputMs);
  try {
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  } catch {
    // Destroyed by the timer: what came is what there is.
  } finally {
    clearTimeout(timer);
  }
  return Buffer.concat(chunks).toString("utf8");
};
