import { logRef, readRefs } from "../git/refs.ts";
import { becomeNewWriter } from "../identity/writer.ts";
import { readTip } from "../log/tip.ts";
import type { Nerve } from "./nerve.ts";
import { forgetView } from "./view.ts";

/**
 * Sees to it that this clone's log can go on. When its last commit is damaged or gone, nothing can follow it: the clone becomes another writer
 * and says so. The broken ref goes, since the user's own `git gc` would stumble over it; what a remote has of the log comes back with the next
 * exchange.
 */
export const mendOwnLog = async (nerve: Nerve): Promise<void> => {
  const writer = nerve.writer().key.id;
  const ref = logRef(writer);
  if ((await readTip(nerve.log, ref)) !== "damaged") return;
  const tip = (await readRefs(nerve.repository, ref)).get(ref) ?? null;
  becomeNewWriter(nerve.repository.nerveDir, "damaged", writer);
  nerve.forgetWriter();
  forgetView(nerve);
  await nerve.log.refs.swap({ ref, from: tip, to: null });
  nerve.tell(
    `The last commit of log ${writer}, ${tip}, is damaged, and the log with it: this clone is now writer ${nerve.writer().key.id}.`,
  );
};
