import { pointerTo } from "../../../documents/pointer.ts";
import type { Channel, Server } from "../../read/api.ts";
import type { StructureRule } from "../../rule.ts";

/** The server is still there, and this channel is not on it any more. */
export const channelServerRemoved: StructureRule = {
  id: "asyncapi/channel-server-removed",
  level: "breaking",
  direction: null,

  *check({ channels, servers }) {
    for (const { name, old, current } of channels.kept) {
      for (const server of servers.kept) {
        if (!isOn(old, server.old) || isOn(current, server.current)) continue;
        const message = `Channel ${name} is not on server ${server.current.name} any more.`;
        yield { at: pointerTo(current.at, "servers"), message };
      }
    }
  },
};

const isOn = ({ servers }: Channel, { name }: Server): boolean => servers === undefined || servers.has(name);
