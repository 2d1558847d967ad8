import { audit } from "../../app/audit.ts";
import { defineCommand } from "../command.ts";
import { paint } from "../output.ts";
import { plural } from "../show.ts";

export default defineCommand({
  about:
    "Walks every log from its first commit and verifies each signature, whatever was verified before. Reports tips, gaps and what is quarantined. Exits 1 when anything is not as it should be.",
  examples: [
    ["git nerve audit", "is everything that was said genuine?"],
    ["git nerve audit --json", "per writer, as JSON"],
  ],

  async run({ nerve, out, options }) {
    const report = await audit(await nerve(), (text) => out.progress(text));
    if (options.json) out.json(report);
    else {
      for (const { writer, trust, commits, events, tip, verified } of report.writers) {
        const verdict = verified ? paint("green", "verified") : paint("red", "NOT VERIFIED");
        out.line(
          `${writer}  ${trust.padEnd(11)} ${plural(commits, "commit")}, ${plural(events, "event")}, ${verdict}, tip ${tip ?? "none"}`,
        );
      }
      for (const { ref, commit, reason } of report.quarantined) out.line(`${paint("red", "quarantined")}  ${ref} at ${commit}: ${reason}`);
      out.line(
        report.ok ? "Every commit is where it belongs and signed by whom it says." : paint("red", "Not everything here can be believed."),
      );
    }
    return report.ok ? 0 : 1;
  },
});
