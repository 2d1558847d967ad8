import { type Atom, childOf, derived } from "../../schema/atom.ts";
import { memberOf, opened, textIn } from "../../apis/node.ts";
import { pointerTo } from "../../documents/pointer.ts";
import type { Parameter } from "./api.ts";
import type { Reading } from "./reading.ts";

/** The names in braces, in order. */
export const namesIn = (template: string): string[] => [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? "");

/** A template without these names: they are no part of what is sent. */
export const withoutNames = (template: string): string => template.replace(/\{[^{}]*\}/g, "{}");

/** What is said of each parameter of an address, in the order of the address. */
export const parametersOf = (reading: Reading, channel: Atom, address: string | undefined): Parameter[] =>
  namesIn(address ?? "").map((name) => {
    const node = opened(reading, childOf(channel, "parameters", name));
    return {
      name,
      at: node?.pointer ?? pointerTo(channel.pointer, "parameters"),
      isDescribed: node !== undefined,
      schema: node && schemaOf(node),
      location: node && textIn(node, "location"),
    };
  });

/** Since version 3, values are texts, and perhaps listed. */
const schemaOf = (node: Atom): Atom | undefined => {
  const values = memberOf(node, "enum");
  return values === undefined ? childOf(node, "schema") : derived(node, "values", { type: "string", enum: values });
};
