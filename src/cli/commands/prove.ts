import { constants } from "node:os";
import { prove } from "../../app/prove/prove.ts";
import { NerveError } from "../../base/errors.ts";
import { defineCommand } from "../command.ts";
import { count, text } from "../options.ts";
import { showProof } from "../show-proof.ts";

export default defineCommand({
  about:
    "Replays this repository's own history: for each merge, and each squashed pull request whose branch is here, what git nerve would have said, how early, and what really happened. What was noise and what was missed is listed beside what was right. Reads only: nothing is written to the repository, and no plane is needed.",
  options: {
    since: text("when", "a date or a revision to go back to"),
    max: count("n", "merges to go through, newest first; 200 unless told"),
  },
  examples: [
    ["git nerve prove", "the newest 200 merges"],
    ["git nerve prove --since '6 months ago' --json", "everything that was found, as JSON"],
    [
      "git fetch origin '+refs/pull/*/head:refs/remotes/origin/pr/*'",
      "first, where pull requests are squashed: brings their branches from GitHub",
    ],
  ],

  async run({ nerve, out, options, untilEnded }) {
    const { since, max = usual } = options;
    if (max === 0) throw new NerveError("usage", "--max 0 leaves nothing to look at");
    const signal = untilEnded();
    try {
      const { repository } = await nerve();
      const report = await prove(repository, {
        max,
        signal,
        progress: (sentence) => out.progress(sentence),
        ...(since !== undefined && { since }),
      });
      if (options.json) out.json(report);
      else showProof(out, report);
    } catch (error) {
      if (!signal.aborted) throw error;
      return 128 + constants.signals[signal.reason as NodeJS.Signals];
    }
    return undefined;
  },
});

const usual = 200;
