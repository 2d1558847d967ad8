import type { Atom } from "../../schema/atom.ts";
import { textOf } from "../../documents/json.ts";
import { pointerTo } from "../../documents/pointer.ts";
import type { Lifecycle, Sunset } from "./api.ts";
import { memberOf } from "./node.ts";

/** `deprecated`, and the extensions `x-sunset` (RFC 8594 in spirit: a date after which it is gone) and `x-stability-level`. */
export const lifecycleOf = (node: Atom): Lifecycle => {
  const stability = memberOf(node, "x-stability-level");
  return {
    deprecated: memberOf(node, "deprecated") === true,
    sunset: sunsetOf(node),
    stability: stability === undefined ? undefined : (textOf(stability) ?? JSON.stringify(stability)),
  };
};

/** Whether nothing is promised yet: it may change or go at any time. */
export const isProvisional = ({ stability }: Lifecycle): boolean => stability === "draft" || stability === "alpha";

const sunsetOf = (node: Atom): Sunset | undefined => {
  const said = memberOf(node, "x-sunset");
  if (said === undefined) return undefined;
  const date = /^(\d{4}-\d{2}-\d{2})(?:T.*)?$/.exec(textOf(said) ?? "")?.[1];
  return { date: date !== undefined && !Number.isNaN(Date.parse(date)) ? date : undefined, at: pointerTo(node.pointer, "x-sunset") };
};
