import type { Keyed } from "../../keyed.ts";
import { withoutNames } from "../read/addresses.ts";
import type { Action, Api, Channel, Flow, Operation, Server } from "../read/api.ts";
import { type Exchange, exchangesOf } from "./exchanges.ts";
import { type Kept, paired, type Recognition } from "./paired.ts";

/** Two versions of a contract, with what belongs together paired. */
export interface ContractPair {
  readonly before: Api;
  readonly after: Api;
  readonly channels: Keyed<Channel, KeptChannel>;
  readonly servers: Keyed<Server, Kept<Server>>;
  /** All ways that messages go in both versions. */
  readonly exchanges: readonly Exchange[];
}

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

export const contractPair = (before: Api, after: Api): ContractPair => {
  const known = paired(before.channels, after.channels, sameChannel);
  const channels = { ...known, kept: known.kept.map(keptChannel) };
  const servers = paired(before.servers, after.servers, sameServer);
  return { before, after, channels, servers, exchanges: [...exchangesOf(channels.kept)] };
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

/** A server has a name for the document alone: it may be called otherwise, and be the same. */
const sameServer: readonly Recognition<Server>[] = [
  ({ name }) => [name],
  ({ protocol, host, pathname }) => [`${protocol}://${withoutNames(host + pathname)}`],
];

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
