import type { Bench } from "./result.ts";
import { inTurns } from "./rounds.ts";
import { samplePlane } from "./sample-plane.ts";
import { pause, run } from "./sandbox.ts";

/** `git nerve status` while a watcher runs: the command that prompts and people call all the time. */
export const status: Bench = {
  name: "status",

  async run(sandbox) {
    const { dir } = await samplePlane(sandbox, { events: 10_000, perCommit: 1 });
    await sandbox.watcher(dir);
    await pause(1000);
    const taken = await inTurns(25, {
      status: () => run(["git", "nerve", "status"], { cwd: dir }),
      node: () => run([process.execPath, "-e", "0"]),
    });
    return [
      {
        what: "git nerve status, watcher up, 10,000 events",
        unit: "ms",
        measured: taken.status,
        baseline: { what: "node -e 0", measured: taken.node },
        budget: 2.5,
      },
    ];
  },
};
