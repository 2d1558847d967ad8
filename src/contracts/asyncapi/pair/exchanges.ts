import type { Direction } from "../../change.ts";
import type { Keyed } from "../../apis/keyed.ts";
import type { Action, Channel, Flow, Message, Operation, Reply } from "../read/api.ts";
import type { KeptChannel } from "./channels.ts";
import { pairedMessages } from "./messages.ts";
import type { Kept } from "./paired.ts";

/** A way that messages go, in both versions: through a channel, or in answer to those. */
export interface Exchange {
  /** For sentences: "publish to user/signedup". */
  readonly name: string;
  /** Whether clients publish these messages or are subscribed to them. */
  readonly direction: Extract<Direction, "publish" | "subscribe">;
  /** No operation tells which of these it is, so it may be either. */
  readonly isUncertain: boolean;
  readonly messages: Keyed<Message, Kept<Message>>;
  /** Where all this is said in the new version. */
  readonly at: string;
}

export const exchangesOf = function* (channels: readonly KeptChannel[]): Generator<Exchange> {
  const answering = new Set(channels.flatMap(({ old }) => [...old.flows.values()].flatMap(answerChannels)));
  for (const channel of channels) {
    for (const { action, old, current, operations } of channel.flows.kept) {
      const name = flowName(action, channel.name);
      const at = current.operations[0]?.at ?? channel.current.at;
      yield {
        name,
        direction: directionOf(action),
        isUncertain: false,
        messages: pairedMessages(old.messages, current.messages),
        at,
      };
      for (const reply of keptReplies(operations.kept)) {
        const messages = pairedMessages(reply.old.messages, reply.current.messages);
        yield { name: `${name}, reply`, direction: answerTo(action), isUncertain: false, messages, at: reply.current.at };
      }
    }
    if (channel.old.flows.size === 0 && !answering.has(channel.old)) yield* unused(channel);
  }
};

const answerChannels = ({ operations }: Flow): Channel[] => operations.flatMap(({ reply }) => reply?.channel ?? []);

/** "publish to user/signedup": what a client does there. */
export const flowName = (action: Action, channel: string): string => `${directionOf(action)} to ${channel}`;

/** What clients do with the messages that the application receives or sends. */
export const directionOf = (action: Action): "publish" | "subscribe" => (action === "receive" ? "publish" : "subscribe");

/** What clients do with the answers to them. */
export const answerTo = (action: Action): "publish" | "subscribe" => (action === "receive" ? "subscribe" : "publish");

export const keptReplies = function* (operations: readonly Kept<Operation>[]): Generator<Kept<Reply>> {
  for (const { old, current } of operations) if (old.reply && current.reply) yield { old: old.reply, current: current.reply };
};

/** What is listed for a channel that no operation uses: whoever takes it up may publish or subscribe. */
const unused = function* ({ old, current, name }: KeptChannel): Generator<Exchange> {
  const messages = pairedMessages(old.messages, current.messages);
  for (const direction of ["publish", "subscribe"] as const) {
    yield { name: `channel ${name}`, direction, isUncertain: true, messages, at: current.at };
  }
};
