import { NerveError } from "../base/errors.ts";
import { logRef, readRefs } from "../git/refs.ts";
import { becomeNewWriter } from "../identity/writer.ts";
import type { Nerve } from "./nerve.ts";
import { forgetView } from "./view.ts";

/**
 * Sees to it that this clone's log can go on. When its last commit is damaged or gone, nothing can follow it: the clone becomes another writer
 * and says so. Views from before are out of date then. The damaged log stays where it is, and `audit` reports it.
 */
export const mendOwnLog = async (nerve: Nerve): Promise<void> => {
  const writer = nerve.writer().key.id;
  const ref = logRef(writer);
  if (await isReadable(nerve, ref)) return;
  if (!(await readRefs(nerve.repository, ref)).has(ref)) return;
  becomeNewWriter(nerve.repository.nerveDir, "damaged", writer);
  nerve.forgetWriter();
  forgetView(nerve);
  nerve.tell(
    `The last commit of log ${writer} is damaged: this clone is now writer ${nerve.writer().key.id}. git gc and git fsck stumble over it; to be rid of it: git update-ref -d ${ref}`,
  );
};

const isReadable = async ({ log }: Nerve, ref: string): Promise<boolean> => {
  try {
    return (await log.objects.find(ref)) !== undefined;
  } catch (error) {
    if (!(error instanceof NerveError)) throw error;
    return false;
  }
};
