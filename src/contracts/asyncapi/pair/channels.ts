import type { Keyed } from "../../apis/keyed.ts";
import { withoutNames } from "../read/addresses.ts";
import type { Action, Channel, Flow, Operation } from "../read/api.ts";
import { type Kept, paired, type Recognition } from "./paired.ts";

export interface KeptChannel extends Kept<Channel> {
  /** For sentences: its present address, or what it is called where that is not known. */
  readonly name: string;
  readonly flows: Keyed<KeyedFlow, KeptFlow>;
}

export interface KeyedFlow extends Flow {
  readonly action: Action;
}

export interface KeptFlow extends Kept<Flow> {
  readonly action: Action;
  readonly operations: Keyed<Operation, Kept<Operation>>;
}

/** Channels by their address, and by what they are called where that is another now or not known. */
export const pairedChannels = (before: readonly Channel[], after: readonly Channel[]): Keyed<Channel, KeptChannel> => {
  const channels = paired(before, after, sameChannel);
  return { ...channels, kept: channels.kept.map(keptChannel) };
};

/** What it is called, for sentences. */
export const channelName = ({ address, id }: Channel): string => address ?? id;

const sameChannel: readonly Recognition<Channel>[] = [
  (channel) => [JSON.stringify([addressOf(channel) ?? null, channel.id])],
  (channel) => [addressOf(channel) ?? []].flat(),
  ({ id }) => [id],
  // Where neither the address nor the name tells, only what goes through it does.
  ({ address, flows, messages }) =>
    address === undefined ? [JSON.stringify([[...flows.keys()].sort(), messages.map(({ names }) => names[0] ?? "").sort()])] : [],
];

const addressOf = ({ address }: Channel): string | undefined => (address === undefined ? undefined : withoutNames(address));

const keptChannel = ({ old, current }: Kept<Channel>): KeptChannel => {
  const kept: KeptFlow[] = [];
  const removed: KeyedFlow[] = [];
  for (const [action, flow] of old.flows) {
    const now = current.flows.get(action);
    if (now) kept.push({ action, old: flow, current: now, operations: pairedOperations(flow, now) });
    else removed.push({ ...flow, action });
  }
  const added = [...current.flows].filter(([action]) => !old.flows.has(action)).map(([action, flow]) => ({ ...flow, action }));
  return { old, current, name: channelName(current), flows: { kept, removed, added } };
};

/** Operations by what they are called, then by their messages, and what is left as it comes. */
const pairedOperations = (old: Flow, current: Flow): Keyed<Operation, Kept<Operation>> =>
  paired(old.operations, current.operations, [
    ({ id }) => (id === undefined ? [] : [id]),
    ({ messages }) => [JSON.stringify(messages.map(({ names }) => names.find((name) => name !== undefined) ?? "").sort())],
    () => [""],
  ]);
