import { type Atom, childOf } from "../../schema/atom.ts";
import { opened } from "../../apis/node.ts";
import type { Channel, Operation, Reply } from "./api.ts";
import { textUnder } from "./messages.ts";
import { type ChannelMessages, listedMessages } from "./messages-3.ts";
import type { Reading } from "./reading.ts";
import { securityOf } from "./security.ts";
import { withTraits } from "./traits.ts";

/** A channel of AsyncAPI 3, whose operations stand elsewhere. */
export interface KnownChannel {
  readonly channel: Channel;
  readonly messages: ChannelMessages;
}

/** An operation of AsyncAPI 3. */
export const operationOf = (
  reading: Reading,
  id: string,
  node: Atom,
  { messages }: KnownChannel,
  channelUnder: ChannelUnder,
): Operation => {
  const whole = withTraits(reading, node);
  return {
    id,
    at: node.pointer,
    messages: listedMessages(reading, node, messages),
    security: securityOf(reading, whole),
    bindings: opened(reading, childOf(whole, "bindings")),
    reply: replyOf(reading, node, channelUnder),
  };
};

/** Finds what `channel` of an operation or a reply leads to. */
type ChannelUnder = (holder: Atom) => KnownChannel | undefined;

const replyOf = (reading: Reading, operation: Atom, channelUnder: ChannelUnder): Reply | undefined => {
  const node = opened(reading, childOf(operation, "reply"));
  if (node === undefined) return undefined;
  const known = channelUnder(node);
  return {
    at: node.pointer,
    channel: known?.channel,
    location: textUnder(reading, node, "address", "location"),
    messages: listedMessages(reading, node, known?.messages),
  };
};
