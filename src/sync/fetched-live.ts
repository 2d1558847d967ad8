import { NerveError } from "../base/errors.ts";
import { treeEntries } from "../git/objects.ts";
import type { LogPort } from "../log/port.ts";
import { readLive } from "../log/live.ts";
import type { Oid, WriterId } from "../model/ids.ts";
import type { FetchedLive } from "./reconcile.ts";

/** A live statement as a remote shows it, not looked at yet. */
export interface UncheckedLive extends Pick<FetchedLive, "ref" | "own" | "fetched"> {
  readonly writer: WriterId;
  /** What stands here; null when nothing does. */
  readonly held: Oid | null;
}

/** Verifies a fetched live statement and looks up the counter of the one that stands here. What is damaged here counts as nothing. */
export const readFetchedLive = async (port: LogPort, { ref, own, writer, held, fetched }: UncheckedLive): Promise<FetchedLive> => {
  const here = held && held !== fetched ? await readVerdict(port, writer, held) : 0;
  return {
    ref,
    own,
    fetched,
    held: held ? { commit: held, counter: typeof here === "number" ? here : 0 } : null,
    verdict: held === fetched ? 0 : await readVerdict(port, writer, fetched),
  };
};

/** The counter of a live statement that verifies and is complete; a string says what is wrong with it. */
const readVerdict = async (port: LogPort, writer: WriterId, commit: Oid): Promise<number | string> => {
  const { repository, objects } = port;
  try {
    const live = await readLive(repository, objects, writer, commit);
    if (typeof live === "string") return live;
    const agents = await objects.find(`${commit}:agents`);
    for (const { name, oid } of treeEntries(agents?.content ?? Buffer.alloc(0), repository.objectFormat)) {
      if (!(await objects.find(oid))) return `lacks ${name}`;
    }
    return live.counter;
  } catch (error) {
    if (!(error instanceof NerveError)) throw error;
    return `is damaged: ${error.message}`;
  }
};
