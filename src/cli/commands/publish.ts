import { publish, publishableTypes } from "../../app/publish.ts";
import { enterAsSelf } from "../../app/self.ts";
import { NerveError } from "../../base/errors.ts";
import { severities } from "../../model/severity.ts";
import { defineCommand } from "../command.ts";
import { choice, text, texts } from "../options.ts";

export default defineCommand({
  about: `Signs an event as the agent of this worktree and routes it to whom it concerns. Types: ${publishableTypes().join(", ")}.`,
  args: "<type>",
  options: {
    summary: text("text", "one line that says what it is about (required)"),
    severity: choice("level", severities, "how much it matters"),
    file: texts("path", "a file it is about"),
    to: texts("agent", "a recipient: name or start of id"),
    task: text("id", "the task it is about"),
    branch: text("name", "the branch it is about"),
    action: text("text", "what recipients should do"),
    body: text("json", "more, as the type's schema has it"),
  },
  examples: [
    ['git nerve publish message_sent --to bob --summary "I am renaming parse() to read()"', "a word to one agent"],
    [
      'git nerve publish db_migration_added --summary "0042 adds users.email" --file migrations/0042.sql --severity high',
      "all agents here learn of it",
    ],
    [
      'git nerve publish decision_recorded --summary "We use UTC everywhere" --body \'{"rationale":"fewer bugs"}\'',
      "a decision to remember",
    ],
  ],

  async run({ nerve, out, args, options }) {
    if (options.summary === undefined)
      throw new NerveError("usage", "--summary is missing", { hint: 'One line for a person: --summary "…"' });
    const plane = await nerve();
    const { view, self } = await enterAsSelf(plane);
    const id = await publish(plane, view, self, {
      type: args[0] ?? "",
      summary: options.summary,
      severity: options.severity,
      files: options.file,
      to: options.to,
      task: options.task,
      branch: options.branch,
      requiredAction: options.action,
      body: options.body,
    });
    if (options.json) return void out.json({ id });
    out.line(id);
    return;
  },
});
