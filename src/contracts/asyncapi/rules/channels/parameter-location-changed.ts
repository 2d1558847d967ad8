import { pointerTo } from "../../../documents/pointer.ts";
import type { StructureRule } from "../../rule.ts";

/** The value that is part of the address comes from somewhere else in the message. */
export const parameterLocationChanged: StructureRule = {
  id: "asyncapi/parameter-location-changed",
  level: "dangerous",
  direction: "publish",

  *check({ channels }) {
    for (const { name, old, current } of channels.kept) {
      for (const [position, { name: parameter, at, location }] of current.parameters.entries()) {
        const was = old.parameters[position]?.location;
        if (was === undefined || location === undefined || was === location) continue;
        const message = `Parameter ${parameter} of ${name} was taken from ${was}, and is taken from ${location} now.`;
        yield { at: pointerTo(at, "location"), message };
      }
    }
  },
};
