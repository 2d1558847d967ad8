import { channelName } from "../../pair/channels.ts";
import type { StructureRule } from "../../rule.ts";

/** Whatever went through it does so no longer. Channels for answers alone have no address, and are looked at as answers. */
export const channelRemoved: StructureRule = {
  id: "asyncapi/channel-removed",
  level: "breaking",
  direction: null,

  *check({ channels }) {
    for (const channel of channels.removed) {
      if (channel.address === undefined && channel.flows.size === 0) continue;
      yield { at: channel.at, message: `Channel ${channelName(channel)} was removed.` };
    }
  },
};
