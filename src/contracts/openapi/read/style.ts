import { type Atom, childOf } from "../../schema/atom.ts";
import type { ParameterPlace } from "./api.ts";
import { memberOf, textIn } from "./node.ts";

/** In the words of OpenAPI 3, with what is meant where nothing is said: "form, exploded". */
export const styleOf = (node: Atom, place: ParameterPlace): string => {
  const collection = textIn(node, "collectionFormat");
  if (collection !== undefined || (textIn(node, "type") === "array" && childOf(node, "schema") === undefined)) {
    const own = place === "query" ? "form" : "simple";
    if (collection === "multi") return "form, exploded";
    return collection === undefined || collection === "csv" ? own : (delimited[collection] ?? collection);
  }
  const style = textIn(node, "style") ?? (place === "query" || place === "cookie" ? "form" : "simple");
  const exploded = memberOf(node, "explode") ?? style === "form";
  return exploded === true ? `${style}, exploded` : style;
};

const delimited: Readonly<Record<string, string>> = { ssv: "spaceDelimited", pipes: "pipeDelimited" };
