import { join } from "../../app/join.ts";
import { defineCommand } from "../command.ts";
import { count, text, texts } from "../options.ts";

export default defineCommand({
  about:
    "Says who works in this worktree. Every worktree has an agent from the moment it is first seen; joining gives it a name, capabilities and a task. Joining again brings that up to date.",
  options: {
    name: text("name", "what others call you (the worktree's folder unless told)"),
    capability: texts("word", "something you can be asked for, such as review or sql"),
    task: text("id", "what you are working on"),
    base: text("branch", "the branch your work will land on"),
    pid: count("pid", "the process that is you: while it lives, you are here"),
  },
  examples: [
    ["git nerve join --name alice --task LOGIN-12", "by name, on a task"],
    ["git nerve join --capability review --pid $PPID", "what you can be asked for, and how to see that you are alive"],
  ],

  async run({ nerve, out, options }) {
    const joined = await join(await nerve(), {
      name: options.name,
      capabilities: options.capability,
      task: options.task,
      base: options.base,
      pid: options.pid,
    });
    if (options.json) return void out.json(joined);
    out.line(`${joined.name} works on ${joined.branch ?? "a detached HEAD"}`);
    return;
  },
});
