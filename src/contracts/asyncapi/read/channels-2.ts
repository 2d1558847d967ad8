import { type Atom, childOf, derived } from "../../schema/atom.ts";
import { isObject, textsOf } from "../../documents/json.ts";
import { memberOf, opened, openedMap, textIn } from "../../apis/node.ts";
import { parametersOf } from "./addresses.ts";
import type { Action, Channel, Flow } from "./api.ts";
import { merged } from "./merged.ts";
import { messagesOf } from "./messages.ts";
import type { Reading } from "./reading.ts";
import { securityOf } from "./security.ts";
import { withTraits } from "./traits.ts";

/** The channels of AsyncAPI 2. What a client may publish, the application receives. */
export const channelsOf = (reading: Reading): Channel[] =>
  [...channelItems(reading)].map(([id, node]) => {
    const servers = textsOf(memberOf(node, "servers"));
    return {
      id,
      at: node.pointer,
      address: id,
      parameters: parametersOf(reading, node, id),
      servers: servers.length > 0 ? new Set(servers) : undefined,
      bindings: opened(reading, childOf(node, "bindings")),
      flows: flowsOf(reading, node),
      messages: [],
    };
  });

/** What stands beside the reference of a channel counts. */
const channelItems = function* (reading: Reading): Generator<[string, Atom]> {
  for (const [id, node] of openedMap(reading, reading.root, "channels")) {
    const place = childOf(reading.root, "channels", id);
    const { $ref: _, ...beside } = place && place !== node && isObject(place.schema) ? place.schema : {};
    if (place === undefined || Object.keys(beside).length === 0) yield [id, node];
    else yield [id, merged(reading.limits, node, derived(place, "beside the reference", beside), place)];
  }
};

const flowsOf = (reading: Reading, channel: Atom): Map<Action, Flow> => {
  const flows = new Map<Action, Flow>();
  for (const [keyword, action] of actions) {
    const node = opened(reading, childOf(channel, keyword));
    if (node === undefined) continue;
    const whole = withTraits(reading, node);
    const messages = messagesOf(reading, whole);
    const operation = {
      id: textIn(whole, "operationId"),
      at: node.pointer,
      messages,
      security: securityOf(reading, whole),
      bindings: opened(reading, childOf(whole, "bindings")),
      reply: undefined,
    };
    flows.set(action, { operations: [operation], messages });
  }
  return flows;
};

const actions = [
  ["publish", "receive"],
  ["subscribe", "send"],
] as const;
