import fs from "node:fs";
import { detect } from "../app/detect.ts";
import { conflictsIn } from "../app/list-conflicts.ts";
import { type Nerve, openNerve } from "../app/nerve.ts";
import { enter } from "../app/self.ts";
import type { Finding } from "../model/conflict.ts";
import { buildRepository, sidesOf, workRef } from "./build.ts";
import type { Scenario, SideName } from "./scenario.ts";

/** A conflict that the program raised. */
export interface Seen extends Pick<Finding, "kind" | "severity" | "place" | "files" | "summary"> {
  /** In order of name. */
  readonly between: readonly [SideName, SideName];
}

export interface Played {
  /** The open conflicts after one pass of the sensor over all worktrees. */
  readonly sensed: readonly Seen[];
  /** What `detect` says of the commits that hold the same work. */
  readonly detected: readonly Seen[];
}

/** Plays a scenario in `folder`, which is made and removed, in the way of `watch --once`, and of `detect`. */
export const play = async (folder: string, scenario: Scenario): Promise<Played> => {
  fs.mkdirSync(folder);
  try {
    const nerve = await openNerve(await buildRepository(folder, scenario), () => {});
    try {
      return { sensed: await sense(nerve), detected: await compare(nerve, sidesOf(scenario), scenario.unread ?? []) };
    } finally {
      await nerve.close();
    }
  } finally {
    // Not at once: the other scenarios go on meanwhile.
    await fs.promises.rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
};

const sense = async (nerve: Nerve): Promise<Seen[]> => {
  const { view, sightings } = await enter(nerve, { always: true });
  for (const { agent, look } of sightings) if (look.reason) throw new Error(`${agent.name} could not be looked at: ${look.reason}`);
  return conflictsIn(view.state, ["open"]).map((conflict) =>
    seen(
      conflict,
      conflict.agents.map(({ name }) => name),
    ),
  );
};

const compare = async (nerve: Nerve, sides: readonly SideName[], unread: readonly string[]): Promise<Seen[]> => {
  const pairs = sides.flatMap((ours, i) => sides.slice(i + 1).map((theirs) => [ours, theirs] as const));
  const all: Seen[] = [];
  for (const pair of pairs) {
    const [ours, theirs] = pair;
    const { conflicts, notAssessed } = await detect(nerve, { ours: workRef(ours), theirs: workRef(theirs) });
    for (const { path, reason } of notAssessed)
      if (!unread.includes(path)) throw new Error(`${ours} and ${theirs} could not be compared: ${path} ${reason}`);
    all.push(...conflicts.map((conflict) => seen(conflict, pair)));
  }
  return all;
};

const seen = ({ kind, severity, place, files, summary }: Finding, names: readonly string[]): Seen => {
  const [first = "alice", second = "alice"] = names.filter(isSide).sort();
  return { kind, severity, place, files, summary, between: [first, second] };
};

const isSide = (name: string): name is SideName => name === "alice" || name === "bob" || name === "carol";
