import type { AgentId } from "../model/ids.ts";
import type { Notice } from "../model/notice.ts";
import { readCursor } from "./cursor.ts";
import { readInbox } from "./inbox.ts";
import type { Nerve } from "./nerve.ts";
import { SteadySensor } from "./steady-sensor.ts";
import { readView, type View } from "./view.ts";
import { findRunningWatcher } from "./watcher.ts";

/** While a watcher senses, only the logs need a look. */
const watchedPauseMs = 250;

/** Without one, each look is a pass of our own: it may take a third of the time, but what arrives is not to wait long either. */
const alonePauseMs = (passMs: number): number => Math.min(5000, Math.max(300, passMs * 2));

/**
 * Waits until something arrives for the agent, `timeout` milliseconds at most; what is there then, maybe nothing. Whoever waits hears of it,
 * even if somebody else who waited acknowledges it first.
 */
export const waitForNotice = async (nerve: Nerve, agent: AgentId, timeout: number): Promise<{ view: View; items: Notice[] }> => {
  const until = Date.now() + timeout;
  const cursor = readCursor(nerve.repository, agent);
  const sensor = new SteadySensor(nerve);
  try {
    for (;;) {
      const began = Date.now();
      const watched = findRunningWatcher(nerve.repository) !== undefined;
      const view = watched ? await readView(nerve) : (await sensor.pass()).view;
      const items = readInbox(nerve, view, agent, cursor);
      const left = until - Date.now();
      if (items.length > 0 || left <= 0) return { view, items };
      const pause = watched ? watchedPauseMs : alonePauseMs(Date.now() - began);
      await new Promise((resolve) => setTimeout(resolve, Math.min(left, pause)));
    }
  } finally {
    await sensor.close();
  }
};
