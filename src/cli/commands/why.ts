import { enter } from "../../app/self.ts";
import { explain } from "../../app/why.ts";
import { defineCommand } from "../command.ts";
import { paint } from "../output.ts";
import { field } from "../show.ts";
import { showConflict } from "../show-conflict.ts";

export default defineCommand({
  about: "Explains an event or a conflict: which trees were compared, by which rule, who signed it, and why each recipient hears of it.",
  args: "<id>",
  examples: [
    ["git nerve why k3jq7mzaq2", "a conflict, by its id"],
    ["git nerve why k3jq7mz.42.0", "an event, by its id as `events` shows it"],
  ],

  async run({ nerve, out, args, options }) {
    const plane = await nerve();
    const { view } = await enter(plane);
    const explanation = await explain(plane, view, args[0] ?? "");
    if (options.json) return void out.json(explanation);
    const { event, conflict, signature, recipients } = explanation;
    out.line(paint("bold", event.summary));
    if (conflict) showConflict(out, conflict);
    out.line(field("event", `${event.id}, ${event.type} v${event.v}, ${event.severity}, ${event.at}`));
    const verdict = signature.verified ? paint("green", "verified just now") : paint("red", "NOT VERIFIED");
    out.line(field("signed by", `${signature.signer === "writer" ? "the writer" : signature.signer}, key ${signature.key}, ${verdict}`));
    out.line(field("commit", `${event.commit}, seq ${event.seq}, clock ${event.lamport}, writer ${event.writer}`));
    for (const { name, rule, reason } of recipients) out.line(field("told", `${name}, rule ${rule}: ${reason}`));
    if (recipients.length === 0) out.line(field("told", "nobody (any more)"));
    return;
  },
});
