import type { Work } from "../../fold/readiness/work.ts";
import { newestFirst } from "../../log/order.ts";
import { recall } from "../../log/recall.ts";
import type { LogEvent } from "../../model/event.ts";
import type { AgentId } from "../../model/ids.ts";
import type { Nerve } from "../nerve.ts";
import type { View } from "../view.ts";

/** What was said before so many events is not looked for: the logs may be long, and the work has moved on since. */
const mostRead = 2000;

/** What agents said of their own work that the state does not keep. */
const tellings: Readonly<Record<string, (name: string, summary: string) => string>> = {
  test_failure_reported: (name, summary) => `${name} reported failing tests: ${summary}`,
  task_blocked: (name, summary) => `${name} is blocked: ${summary}`,
  branch_ready: (name, summary) => `${name} called it ready: ${summary}`,
};

/**
 * By agent, sentences about its work from what was said in the log lately: of failing tests, of being blocked, of being ready. Only the last word of
 * each agent counts, and what was said of another commit than the one it stands on now does not.
 */
export const readSaid = async ({ repository }: Nerve, { heads }: View, works: readonly Work[]): Promise<Map<AgentId, string>> => {
  const waiting = new Map(works.map((work) => [work.agent.id, work]));
  const said = new Map<AgentId, string>();
  if (waiting.size === 0) return said;
  let read = 0;
  for await (const { events } of newestFirst([...heads.values()].map((head) => recall(repository, head)))) {
    for (const event of events.toReversed()) {
      const work = waiting.get(event.agent ?? "");
      const telling = Object.hasOwn(tellings, event.type) ? tellings[event.type] : undefined;
      if (!work || !telling) continue;
      waiting.delete(work.agent.id);
      if (isOf(event, work)) said.set(work.agent.id, telling(work.agent.name, event.summary));
    }
    read += events.length;
    if (waiting.size === 0 || read >= mostRead) break;
  }
  return said;
};

const isOf = ({ body, scope }: LogEvent, { digest }: Work): boolean => {
  const commit = body["commit"];
  const branch = body["branch"] ?? scope.branch;
  if (typeof branch === "string" && branch !== digest.branch) return false;
  return typeof commit !== "string" || (commit.length >= 7 && digest.head !== null && digest.head.startsWith(commit));
};
