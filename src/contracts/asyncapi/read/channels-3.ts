import { type Atom, childOf, listOf } from "../../schema/atom.ts";
import { isList, sameJson } from "../../schema/json.ts";
import { referenceOf, targetOf } from "../../schema/conjunction.ts";
import { memberOf, opened, openedMap, textIn } from "../../schema/node.ts";
import { tokensOf } from "../../schema/pointer.ts";
import { parametersOf } from "./addresses.ts";
import type { Action, Channel, Flow, Message, Operation, Reply } from "./api.ts";
import { messageAt } from "./messages.ts";
import type { Reading } from "./reading.ts";
import { securityOf } from "./security.ts";
import { withTraits } from "./traits.ts";

/** The channels of AsyncAPI 3, and what the operations do with them. */
export const channelsOf = (reading: Reading): Channel[] => {
  const channels = new Map<Atom, Draft>();
  for (const [id, node] of openedMap(reading, reading.root, "channels")) channels.set(node, draftOf(reading, id, node));

  /** The channel that a reference leads to. It should be one of those of the root, and not every document keeps to that. */
  const channelUnder = (holder: Atom): Draft | undefined => {
    const place = childOf(holder, "channel");
    const node = opened(reading, place);
    if (place === undefined || node === undefined) return undefined;
    const reference = referenceOf(place);
    const known = channels.get(node) ?? (reference === undefined ? likeness(channels, node) : undefined);
    if (known) return known;
    const channel = draftOf(reading, tokensOf(reference ?? "").at(-1) ?? "", node);
    channels.set(node, channel);
    return channel;
  };

  for (const [id, node] of openedMap(reading, reading.root, "operations")) {
    const action = textIn(node, "action");
    const channel = channelUnder(node);
    if (channel === undefined || (action !== "receive" && action !== "send")) continue;
    const whole = withTraits(reading, node);
    const operation: Operation = {
      id,
      at: node.pointer,
      messages: messagesOf(reading, node, channel),
      security: securityOf(reading, whole),
      bindings: opened(reading, childOf(whole, "bindings")),
      reply: replyOf(reading, node, channelUnder),
    };
    const flow = channel.flows.get(action);
    channel.flows.set(action, {
      operations: [...(flow?.operations ?? []), operation],
      messages: [...new Set([...(flow?.messages ?? []), ...operation.messages])],
    });
  }
  return [...channels.values()];
};

interface Draft extends Channel {
  readonly flows: Map<Action, Flow>;
}

/** The channel that stands in place of a reference, as tools leave it that resolve these. */
const likeness = (channels: ReadonlyMap<Atom, Draft>, node: Atom): Draft | undefined => {
  const address = textIn(node, "address");
  for (const [other, channel] of channels) {
    if (address === undefined ? sameJson(other.schema, node.schema) : address === channel.address) return channel;
  }
  return undefined;
};

const draftOf = (reading: Reading, id: string, node: Atom): Draft => {
  const address = textIn(node, "address");
  const messages = childOf(node, "messages");
  const names = messages && typeof messages.schema === "object" ? Object.keys(messages.schema) : [];
  return {
    id,
    at: node.pointer,
    address,
    parameters: parametersOf(reading, node, address),
    servers: serverNames(reading, node),
    bindings: opened(reading, childOf(node, "bindings")),
    flows: new Map(),
    messages: names.flatMap((name) => {
      const place = messages && childOf(messages, name);
      return place ? [messageAt(reading, place, name)] : [];
    }),
  };
};

/** By reference, or as tools leave it that resolve these. */
const serverNames = (reading: Reading, channel: Atom): Set<string> | undefined => {
  const places = listOf(channel, "servers");
  if (places.length === 0) return undefined;
  const servers = [...openedMap(reading, reading.root, "servers")];
  const names = places.flatMap((place) => {
    const node = opened(reading, place);
    const known =
      servers.find(([, server]) => server === node) ?? servers.find(([, server]) => node && sameJson(server.schema, node.schema));
    return known?.[0] ?? tokensOf(referenceOf(place) ?? "").at(-1) ?? [];
  });
  return new Set(names);
};

/** Those that are listed, or all of the channel. What is listed and not there is no message any more. */
const messagesOf = (reading: Reading, holder: Atom, channel: Channel | undefined): readonly Message[] => {
  if (!isList(memberOf(holder, "messages"))) return channel?.messages ?? [];
  return listOf(holder, "messages").flatMap((place) => {
    const reference = referenceOf(place);
    if (reference !== undefined && targetOf(place, reference) === undefined) {
      if (reference.startsWith("#")) return [];
      return [messageAt(reading, place)];
    }
    const at = opened({ unresolved: [] }, place)?.pointer;
    const name = reference === undefined ? undefined : tokensOf(reference).at(-1);
    const same = (channel?.messages ?? []).filter((message) => (at === undefined ? message.isUnknown : message.at === at));
    return [same.find(({ names }) => names[0] === name) ?? same[0] ?? messageAt(reading, place)];
  });
};

const replyOf = (reading: Reading, operation: Atom, channelUnder: (holder: Atom) => Channel | undefined): Reply | undefined => {
  const node = opened(reading, childOf(operation, "reply"));
  if (node === undefined) return undefined;
  const channel = channelUnder(node);
  const address = opened(reading, childOf(node, "address"));
  return {
    at: node.pointer,
    channel,
    location: address && textIn(address, "location"),
    messages: messagesOf(reading, node, channel),
  };
};
