import type { ContractPair } from "../../pair/contract-pair.ts";
import { answerTo, flowName, keptReplies } from "../../pair/exchanges.ts";
import { capital } from "../../pair/words.ts";
import { withoutNames } from "../../read/addresses.ts";
import type { Reply } from "../../read/api.ts";
import type { StructureRule } from "../../rule.ts";

/** Answers go somewhere else than those who asked for them expect. */
export const replyAddressChanged: StructureRule = {
  id: "asyncapi/reply-address-changed",
  level: "breaking",
  direction: null,

  *check({ channels }) {
    for (const { name, flows } of channels.kept) {
      for (const { action, operations } of flows.kept) {
        for (const { old, current } of keptReplies(operations.kept)) {
          const [was, is] = [addressOf(old), addressOf(current)];
          if (was === is || isToldOfChannel(channels, old, current)) continue;
          const message = `${capital(flowName(action, name))}: the reply went to ${was}, and goes to ${is} now.`;
          yield { at: current.at, direction: answerTo(action), level: was === unsaid ? "dangerous" : "breaking", message };
        }
      }
    }
  },
};

const addressOf = ({ channel, location }: Reply): string =>
  location ?? (channel?.address === undefined ? unsaid : withoutNames(channel.address));

const unsaid = "an address that is not said";

/** A channel that has another address now says so itself. */
const isToldOfChannel = (channels: ContractPair["channels"], old: Reply, current: Reply): boolean =>
  old.location === current.location && channels.kept.some((kept) => kept.old === old.channel && kept.current === current.channel);
