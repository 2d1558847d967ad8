import { type Atom, childOf, listOf } from "../../schema/atom.ts";
import { referenceOf } from "../../schema/conjunction.ts";
import { opened, openedMap, textIn } from "../../apis/node.ts";
import { tokensOf } from "../../documents/pointer.ts";
import { parametersOf } from "./addresses.ts";
import type { Action, Channel, Flow, Operation } from "./api.ts";
import { type Directory, directory } from "./directory.ts";
import { channelMessages } from "./messages-3.ts";
import { type KnownChannel, operationOf } from "./operations-3.ts";
import type { Reading } from "./reading.ts";

/** The channels of AsyncAPI 3, and what the operations do with them. */
export const channelsOf = (reading: Reading): Channel[] => {
  const servers = directory<string>();
  for (const [name, node] of openedMap(reading, reading.root, "servers")) servers.add(node, name);
  const known = directory<ChannelDraft>();
  const drafts: ChannelDraft[] = [];

  const added = (id: string, node: Atom): ChannelDraft => {
    const draft = draftOf(reading, id, node, servers);
    known.add(node, draft);
    drafts.push(draft);
    return draft;
  };

  /** The channel that a reference leads to. It should be one of those of the root, and not every document keeps to that. */
  const draftUnder = (holder: Atom): ChannelDraft | undefined => {
    const place = childOf(holder, "channel");
    const node = opened(reading, place);
    if (place === undefined || node === undefined) return undefined;
    const reference = referenceOf(place);
    // What stands here itself, and nowhere else, has to say where it is.
    if (reference === undefined && textIn(node, "address") === undefined) return known.find(node);
    return known.find(node) ?? added(tokensOf(reference ?? "").at(-1) ?? "", node);
  };

  for (const [id, node] of openedMap(reading, reading.root, "channels")) added(id, node);
  for (const [id, node] of openedMap(reading, reading.root, "operations")) {
    const action = textIn(node, "action");
    const draft = draftUnder(node);
    if (draft === undefined || (action !== "receive" && action !== "send")) continue;
    const operation = operationOf(reading, id, node, draft, draftUnder);
    const others = draft.operations.get(action);
    if (others) others.push(operation);
    else draft.operations.set(action, [operation]);
  }
  for (const { flows, operations } of drafts) for (const [action, own] of operations) flows.set(action, flowOf(own));
  return drafts.map(({ channel }) => channel);
};

/** While it is read. */
interface ChannelDraft extends KnownChannel {
  readonly operations: Map<Action, Operation[]>;
  /** Those of `channel`. */
  readonly flows: Map<Action, Flow>;
}

const draftOf = (reading: Reading, id: string, node: Atom, servers: Directory<string>): ChannelDraft => {
  const address = textIn(node, "address");
  const messages = channelMessages(reading, node);
  const flows = new Map<Action, Flow>();
  const channel: Channel = {
    id,
    at: node.pointer,
    address,
    parameters: parametersOf(reading, node, address),
    servers: serverNames(reading, node, servers),
    bindings: opened(reading, childOf(node, "bindings")),
    flows,
    messages: messages.all,
  };
  return { channel, messages, operations: new Map(), flows };
};

const serverNames = (reading: Reading, channel: Atom, servers: Directory<string>): Set<string> | undefined => {
  const names = listOf(channel, "servers").flatMap((place) => {
    const node = opened(reading, place);
    return (node && servers.find(node)) ?? tokensOf(referenceOf(place) ?? "").at(-1) ?? [];
  });
  return names.length === 0 ? undefined : new Set(names);
};

/** Operations that list no messages share the list of their channel. */
const flowOf = (operations: readonly Operation[]): Flow => {
  const lists = new Set(operations.map(({ messages }) => messages));
  return { operations, messages: [...new Set([...lists].flat())] };
};
