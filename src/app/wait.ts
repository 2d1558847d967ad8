import type { AgentId } from "../model/ids.ts";
import type { Notice } from "../model/notice.ts";
import { readInbox } from "./inbox.ts";
import type { Nerve } from "./nerve.ts";
import { SteadySensor } from "./steady-sensor.ts";
import { readView, type View } from "./view.ts";
import { findRunningWatcher } from "./watcher.ts";

/** While a watcher senses, only the logs need a look; without one, each look is a pass of our own. */
const pauses = { watched: 250, alone: 2000 } as const;

/** Waits until something arrives for the agent, `timeout` milliseconds at most; what is there then, maybe nothing. */
export const waitForNotice = async (nerve: Nerve, agent: AgentId, timeout: number): Promise<{ view: View; items: Notice[] }> => {
  const until = Date.now() + timeout;
  const sensor = new SteadySensor(nerve);
  try {
    for (;;) {
      const watched = findRunningWatcher(nerve.repository) !== undefined;
      const view = watched ? await readView(nerve) : (await sensor.pass()).view;
      const items = readInbox(nerve, view, agent);
      const left = until - Date.now();
      if (items.length > 0 || left <= 0) return { view, items };
      await new Promise((resolve) => setTimeout(resolve, Math.min(left, watched ? pauses.watched : pauses.alone)));
    }
  } finally {
    await sensor.close();
  }
};
