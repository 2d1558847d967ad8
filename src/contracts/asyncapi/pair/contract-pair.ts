import type { Keyed } from "../../apis/keyed.ts";
import { withoutNames } from "../read/addresses.ts";
import type { Api, Channel, Server } from "../read/api.ts";
import { type KeptChannel, pairedChannels } from "./channels.ts";
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

export const contractPair = (before: Api, after: Api): ContractPair => {
  const channels = pairedChannels(before.channels, after.channels);
  const servers = paired(before.servers, after.servers, sameServer);
  return { before, after, channels, servers, exchanges: [...exchangesOf(channels.kept)] };
};

/** A server has a name for the document alone: it may be called otherwise, and be the same. */
const sameServer: readonly Recognition<Server>[] = [
  ({ name }) => [name],
  ({ protocol, host, pathname }) => [`${protocol}://${withoutNames(host + pathname)}`],
];
