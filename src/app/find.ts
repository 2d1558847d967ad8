import { NerveError } from "../base/errors.ts";
import { recallAt } from "../log/recall.ts";
import type { ConflictRecord } from "../model/conflict.ts";
import type { LogEvent } from "../model/event.ts";
import { shortId } from "../model/ids.ts";
import type { AgentRecord, State } from "../model/state.ts";
import type { Nerve } from "./nerve.ts";
import type { View } from "./view.ts";

/** The agent somebody means by a name or the start of an id. Present agents come before those that left. Throws (usage) on none or several. */
export const requireAgent = (state: State, words: string): AgentRecord => {
  const agents = [...state.agents.values()];
  const named = agents.filter(({ name }) => name === words);
  const present = named.filter(({ status }) => status !== "left");
  const candidates =
    present.length > 0 ? present : named.length > 0 ? named : agents.filter(({ id }) => words.length >= 4 && id.startsWith(words));
  return requireOne(candidates, `agent ${words}`, ({ id, name }) => `${shortId(id)} (${name})`, "git nerve agents");
};

/** The conflict somebody means by the start of its id. Throws (usage) on none or several. */
export const requireConflict = (state: State, words: string): ConflictRecord => {
  const found = [...state.conflicts.values()].filter(({ fingerprint }) => words.length >= 4 && fingerprint.startsWith(words));
  return requireOne(found, `conflict ${words}`, ({ id }) => id, "git nerve conflicts");
};

/** The event somebody means by `<start of writer>.<seq>[.<place>]`; undefined when no log here holds it. */
export const findEvent = async (nerve: Nerve, { heads }: View, words: string): Promise<LogEvent | undefined> => {
  const [, writer = "", seq, place] = /^([a-z2-7]{4,20})\.(\d+)(?:\.(\d+))?$/.exec(words) ?? [];
  if (seq === undefined) return;
  const candidates = [...heads.values()].filter((head) => head.writer.startsWith(writer));
  const head = candidates.length > 0 ? requireOne(candidates, `writer ${writer}`, (each) => each.writer, "git nerve audit") : undefined;
  return head && (await recallAt(nerve.repository, head, Number(seq)))[Number(place ?? 0)];
};

const requireOne = <T>(found: readonly T[], what: string, label: (each: T) => string, list: string): T => {
  const [first] = found;
  if (!first) throw new NerveError("usage", `there is no ${what} here`, { hint: `See: ${list}` });
  if (found.length > 1)
    throw new NerveError("usage", `${what} could be any of ${found.map(label).join(", ")}`, { hint: "Write more of the id." });
  return first;
};
