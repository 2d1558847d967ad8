import { channelName } from "../../pair/channels.ts";
import type { StructureRule } from "../../rule.ts";

/** One more place for messages. */
export const channelAdded: StructureRule = {
  id: "asyncapi/channel-added",
  level: "compatible",
  direction: null,

  *check({ channels }) {
    for (const channel of channels.added) yield { at: channel.at, message: `Channel ${channelName(channel)} is new.` };
  },
};
