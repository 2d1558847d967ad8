import type { Json } from "../../../../base/canonical-json.ts";
import { sameJson } from "../../../documents/json.ts";
import { boundTo, type KeptBinding } from "../../pair/bindings.ts";

/** Members of a binding that are part of the address, and are not what they were: with their names, one below the other. */
export const movedMembers = function* ({
  kind,
  protocol,
  old,
  current,
}: KeptBinding): Generator<{ readonly path: readonly string[]; readonly was: Json; readonly is: Json }> {
  for (const path of addresses[`${kind} ${protocol}`] ?? []) {
    const [was, is] = [boundTo(old, path), boundTo(current, path)];
    if (was !== undefined && is !== undefined && !sameJson(was, is)) yield { path, was, is };
  }
};

/** As the specifications of the bindings have them. */
const addresses: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "channel kafka": [["topic"]],
  "channel amqp": [["is"], ["exchange", "name"], ["exchange", "type"], ["exchange", "vhost"], ["queue", "name"], ["queue", "vhost"]],
  "channel ws": [["method"]],
  "operation http": [["method"]],
  "channel ibmmq": [["destinationType"], ["queue", "objectName"], ["topic", "string"], ["topic", "objectName"]],
  "channel anypointmq": [["destination"], ["destinationType"]],
  "channel jms": [["destination"], ["destinationType"]],
  "channel pulsar": [["namespace"]],
  "channel googlepubsub": [["topic"]],
  "channel sns": [["name"]],
  "channel sqs": [["queue", "name"]],
};
