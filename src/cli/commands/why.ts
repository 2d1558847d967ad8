import { enter } from "../../app/self.ts";
import { explain } from "../../app/why.ts";
import { defineCommand } from "../command.ts";
import { paint } from "../output.ts";

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
    out.line(`  event       ${event.id}, type ${event.type} v${event.v}, ${event.severity}, ${event.at}`);
    if (conflict) {
      out.line(`  conflict    ${conflict.id}, ${conflict.status}; fingerprint ${conflict.fingerprint}`);
      out.line(`  rule        ${conflict.kind} at ${conflict.place || "the pair as a whole"}`);
      for (const { name, branch, id } of conflict.agents)
        out.line(`  agent       ${name} on ${branch ?? "a detached HEAD"}, digest ${conflict.counters[id] ?? "?"}`);
      for (const [name, value] of Object.entries(conflict.evidence))
        out.line(`  evidence    ${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`);
      out.line(`  suggested   ${conflict.suggestedAction}`);
    }
    const verdict = signature.verified ? paint("green", "verified just now") : paint("red", "NOT VERIFIED");
    out.line(`  signed by   ${signature.signer}, key ${signature.key}, ${verdict}`);
    out.line(`  commit      ${event.commit} (seq ${event.seq}, lamport ${event.lamport} of writer ${event.writer})`);
    for (const { name, rule, reason } of recipients) out.line(`  told        ${name}, rule ${rule}: ${reason}`);
    if (recipients.length === 0) out.line("  told        nobody (any more)");
    return;
  },
});
