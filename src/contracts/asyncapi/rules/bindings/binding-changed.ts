import { isObject, member, sameJson } from "../../../documents/json.ts";
import { keptBindings, type KeptBinding, plainBinding } from "../../pair/bindings.ts";
import { movedMembers } from "./bound-address.ts";
import type { StructureRule } from "../../rule.ts";

/** Something that only those know who know the protocol. */
export const bindingChanged: StructureRule = {
  id: "asyncapi/binding-changed",
  level: "dangerous",
  direction: null,

  *check(pair) {
    for (const binding of keptBindings(pair)) {
      const names = changedMembers(binding);
      if (names.length === 0) continue;
      const { protocol, of, direction, at } = binding;
      yield { at, direction, message: `The ${protocol} binding of ${of} changed: ${names.join(", ")}.` };
    }
  },
};

/** Those that are not told of otherwise. */
const changedMembers = (binding: KeptBinding): string[] => {
  const told = new Set([...movedMembers(binding)].map(({ path }) => path[0]));
  const [old, current] = [plainBinding(binding, binding.old), plainBinding(binding, binding.current)];
  const [was, is] = [isObject(old) ? old : {}, isObject(current) ? current : {}];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (name) => !told.has(name) && !sameJson(member(was, name) ?? null, member(is, name) ?? null),
  );
};
