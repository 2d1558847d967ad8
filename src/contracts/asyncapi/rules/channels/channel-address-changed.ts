import { pointerTo } from "../../../documents/pointer.ts";
import { withoutNames } from "../../read/addresses.ts";
import type { StructureRule } from "../../rule.ts";

/** Who publishes or is subscribed at the old address meets nobody there. What the document calls the channel is nothing to clients. */
export const channelAddressChanged: StructureRule = {
  id: "asyncapi/channel-address-changed",
  level: "breaking",
  direction: null,

  *check({ channels }) {
    for (const { old, current } of channels.kept) {
      if (shapeOf(old.address) === shapeOf(current.address)) continue;
      const message = `Channel ${current.id} was at ${wordsFor(old.address)}, and is now at ${wordsFor(current.address)}.`;
      yield { at: pointerTo(current.at, "address"), message };
    }
  },
};

const shapeOf = (address: string | undefined): string | undefined => (address === undefined ? undefined : withoutNames(address));

const wordsFor = (address: string | undefined): string => address ?? "an address that is known at run time only";
