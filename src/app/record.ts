import type { SigningKey } from "../identity/keys.ts";
import { appendEvents } from "../log/append.ts";
import type { Draft } from "../model/event.ts";
import { type EventId, eventId } from "../model/ids.ts";
import type { Nerve } from "./nerve.ts";
import { highestLamport, type View } from "./view.ts";

/** Who signs: the clone's sensor, or an agent of it by its own key. */
export interface Signer {
  readonly key: SigningKey;
  readonly name: string;
}

/** Signs drafts and appends them to this clone's log, in one commit where they fit; the ids they got. Nothing to say writes nothing. */
export const record = async (nerve: Nerve, view: View, drafts: readonly Draft[], signer: Signer = sensor(nerve)): Promise<EventId[]> => {
  if (drafts.length === 0) return [];
  const writer = nerve.writer().key.id;
  const appended = await appendEvents(nerve.log, {
    writer,
    key: signer.key,
    name: signer.name,
    drafts,
    lamport: highestLamport(view),
    at: new Date().toISOString(),
  });
  return appended.flatMap(({ seq, events }) => Array.from({ length: events }, (_, place) => eventId(writer, seq, place)));
};

/** The sensor has no key of its own: what it sees, the writer says. */
export const sensor = (nerve: Nerve): Signer => ({ key: nerve.writer().key, name: nerve.config.name });
