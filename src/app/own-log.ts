import { logRef, readRefs } from "../git/refs.ts";
import { becomeNewWriter } from "../identity/writer.ts";
import { readTip } from "../log/tip.ts";
import type { Oid, WriterId } from "../model/ids.ts";
import type { Nerve } from "./nerve.ts";
import { findStoredView, forgetView } from "./view.ts";

/**
 * Sees to it that this clone's log can go on. When its last commit is damaged or gone, nothing can follow it: the clone becomes another writer
 * and says so. The ref goes back to the last commit that is known and whole, since the user's own `git gc` would stumble over a broken one; a
 * remote that has the rest gives it back with the next exchange.
 */
export const mendOwnLog = async (nerve: Nerve): Promise<void> => {
  const writer = nerve.writer().key.id;
  const ref = logRef(writer);
  if ((await readTip(nerve.log, ref)) !== "damaged") return;
  const whole = await findWhole(nerve, writer);
  const from = (await readRefs(nerve.repository, ref)).get(ref) ?? null;
  becomeNewWriter(nerve.repository.nerveDir, "damaged", writer);
  nerve.forgetWriter();
  forgetView(nerve);
  await nerve.log.refs.swap({ ref, from, to: whole });
  const kept = whole ? `what is whole of it is kept, up to ${whole.slice(0, 12)}` : "nothing of it could be read";
  nerve.tell(`The last commit of log ${writer} is damaged (${kept}): this clone is now writer ${nerve.writer().key.id}.`);
};

/** The latest commit of the log that was ever seen good and still is; null when none is known. */
const findWhole = async (nerve: Nerve, writer: WriterId): Promise<Oid | null> => {
  const stored = findStoredView(nerve);
  const heads = [stored, ...(stored?.milestones ?? [])].map((view) => view?.heads.get(writer));
  const known = heads.filter((head) => head !== undefined).sort((a, b) => b.seq - a.seq);
  for (const { tip } of known) {
    const found = tip === null ? null : await readTip(nerve.log, tip);
    if (found !== null && found !== "damaged") return found.commit;
  }
  return null;
};
