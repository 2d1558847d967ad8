import { NerveError } from "../base/errors.ts";
import { electRemote } from "../git/remote.ts";
import { becomeNewWriter } from "../identity/writer.ts";
import { type Exchanged, exchange } from "../sync/exchange.ts";
import type { Nerve } from "./nerve.ts";
import { enter } from "./self.ts";
import { writeSyncReport } from "./sync-report.ts";
import { readTrust } from "./trust.ts";
import { readView } from "./view.ts";

export interface SyncRequest {
  /** Undefined: the elected one. */
  readonly remote?: string | undefined;
  readonly push: boolean;
  readonly progress?: ((text: string) => void) | undefined;
}

/** As `sync --json` shows it. */
export type SyncResult = Exchanged;

/** The remote this repository shares with; undefined when it has none, or when nobody can tell which. */
export const findRemote = async ({ repository }: Nerve): Promise<string | undefined> => {
  try {
    return await electRemote(repository);
  } catch (error) {
    if (error instanceof NerveError) return undefined;
    throw error;
  }
};

/**
 * One whole sync on a user's word: sense, exchange, sense again in the light of what arrived, and exchange once more if that gave something to
 * say. Throws (environment) when there is no remote to sync with.
 */
export const sync = async (nerve: Nerve, { remote: wanted, push, progress }: SyncRequest): Promise<SyncResult> => {
  const remote = await electRemote(nerve.repository, wanted);
  if (remote === undefined) {
    throw new NerveError("environment", "this repository has no remote to sync with", { hint: "Add one: git remote add origin <url>" });
  }
  await enter(nerve);
  const first = await exchangeOnce(nerve, { remote, push, background: false, progress });
  if (first.outcome !== "synced") return first;
  const before = await readView(nerve);
  const { view } = await enter(nerve);
  for (const { name, claimant, known } of (await readTrust(nerve, view)).clashes) {
    nerve.tell(
      `Careful: writer ${claimant} calls itself ${name}, which is the name of writer ${known}. If it is yours or you know whose it is: git nerve trust confirm ${claimant}`,
    );
  }
  if (!push || view.state.events === before.state.events) return first;
  const second = await exchangeOnce(nerve, { remote, push, background: false, progress });
  return { ...second, pushed: union(first.pushed, second.pushed), fetched: union(first.fetched, second.fetched) };
};

export interface ExchangeRequest extends SyncRequest {
  readonly remote: string;
  /** Nobody is there to answer a question. */
  readonly background: boolean;
  readonly signal?: AbortSignal;
}

/** One exchange without sensing, reported for `status`. A log of ours that was continued elsewhere makes this clone another writer. */
export const exchangeOnce = async (nerve: Nerve, request: ExchangeRequest): Promise<SyncResult> => {
  const { remote, push, background, signal, progress } = request;
  const { heads } = await readView(nerve);
  const result = await exchange({
    port: nerve.log,
    remote,
    writer: nerve.writer().key.id,
    heads,
    push,
    background,
    ...(signal && { signal }),
    ...(progress && { onProgress: progress }),
  });
  writeSyncReport(nerve.repository, { remote, state: result.outcome, at: new Date().toISOString(), reason: result.reason });
  if (result.forked) {
    becomeNewWriter(nerve.repository.nerveDir, "forked", nerve.writer().key.id);
    nerve.forgetWriter();
    nerve.tell(
      `The log of this clone was continued elsewhere with its key (a copied or restored clone): from now on it is writer ${nerve.writer().key.id}.`,
    );
  }
  return result;
};

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];
