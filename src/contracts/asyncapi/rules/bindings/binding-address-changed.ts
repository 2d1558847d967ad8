import { quoted } from "../../../documents/json.ts";
import { pointerTo } from "../../../documents/pointer.ts";
import { keptBindings } from "../../pair/bindings.ts";
import { movedMembers } from "./bound-address.ts";
import type { StructureRule } from "../../rule.ts";

/** For some protocols, part of the address stands in the binding: the topic, the exchange, the method. */
export const bindingAddressChanged: StructureRule = {
  id: "asyncapi/binding-address-changed",
  level: "breaking",
  direction: null,

  *check(pair) {
    for (const binding of keptBindings(pair)) {
      for (const { path, was, is } of movedMembers(binding)) {
        const { protocol, of, direction, at } = binding;
        const message = `The ${protocol} ${path.join(" ")} of ${of} was ${quoted(was)}, and is ${quoted(is)} now.`;
        yield { at: pointerTo(at, ...path), direction, message };
      }
    }
  },
};
