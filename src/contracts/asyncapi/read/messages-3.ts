import { type Atom, childOf, listOf } from "../../schema/atom.ts";
import { referenceOf, targetOf } from "../../schema/conjunction.ts";
import { isList, isObject } from "../../documents/json.ts";
import { memberOf, opened } from "../../apis/node.ts";
import { tokensOf } from "../../documents/pointer.ts";
import type { Message } from "./api.ts";
import { messageAt } from "./messages.ts";
import type { Reading } from "./reading.ts";

/** The messages of a channel of AsyncAPI 3, and which of them are described where. */
export interface ChannelMessages {
  readonly all: readonly Message[];
  readonly byPlace: ReadonlyMap<string, readonly Message[]>;
}

export const channelMessages = (reading: Reading, channel: Atom): ChannelMessages => {
  const map = memberOf(channel, "messages");
  const all = (isObject(map) ? Object.keys(map) : []).flatMap((name) => {
    const place = childOf(channel, "messages", name);
    return place ? [messageAt(reading, place, name)] : [];
  });
  const byPlace = new Map<string, Message[]>();
  for (const message of all) {
    const others = byPlace.get(message.at);
    if (others) others.push(message);
    else byPlace.set(message.at, [message]);
  }
  return { all, byPlace };
};

/** Those that an operation or a reply lists, or all of its channel. What is listed and not there is no message any more. */
export const listedMessages = (reading: Reading, holder: Atom, own: ChannelMessages | undefined): readonly Message[] =>
  isList(memberOf(holder, "messages"))
    ? listOf(holder, "messages").flatMap((place) => listedMessage(reading, place, own) ?? [])
    : (own?.all ?? []);

const listedMessage = (reading: Reading, place: Atom, own: ChannelMessages | undefined): Message | undefined => {
  const reference = referenceOf(place);
  const target = reference === undefined ? place : targetOf(place, reference);
  // In this document, it has been taken out of its channel; another document may not have been handed in.
  if (target === undefined) return reference?.startsWith("#") ? undefined : messageAt(reading, place);
  const same = own?.byPlace.get((opened({ unresolved: [] }, target) ?? target).pointer) ?? [];
  const name = tokensOf(reference ?? "").at(-1);
  return same.find(({ names }) => names[0] === name) ?? same[0] ?? messageAt(reading, place);
};
