import { type Atom, childOf } from "../../schema/atom.ts";
import type { Header, Link, Response } from "./api.ts";
import { contentOf, contentUnder, mediaTypesOf } from "./content.ts";
import { memberOf, openedMap, type Reading, textIn } from "./node.ts";
import { styleOf } from "./style.ts";

/** What an operation answers, by status. */
export const responsesOf = (reading: Reading, operation: Atom): Map<string, Response> => {
  const responses = new Map<string, Response>();
  for (const [status, node] of openedMap(reading, operation, "responses")) {
    if (status.startsWith("x-")) continue;
    const own = childOf(node, "schema");
    const content = own ? contentUnder(mediaTypesOf(reading, operation, "produces"), node.pointer, own) : contentOf(node);
    const key = status === "default" ? status : status.toUpperCase();
    responses.set(key, { at: node.pointer, content, headers: headersOf(reading, node), links: linksOf(reading, node) });
  }
  return responses;
};

const headersOf = (reading: Reading, response: Atom): Map<string, Header> => {
  const headers = new Map<string, Header>();
  for (const [name, node] of openedMap(reading, response, "headers")) {
    if (reading.version === "3" && name.toLowerCase() === "content-type") continue;
    const [media] = contentOf(node).values();
    const schema = childOf(node, "schema") ?? (textIn(node, "type") === undefined ? undefined : node);
    headers.set(name.toLowerCase(), {
      name,
      at: node.pointer,
      required: memberOf(node, "required") === true,
      style: styleOf(node, "header"),
      schema: media ? media.schema : schema,
    });
  }
  return headers;
};

const linksOf = (reading: Reading, response: Atom): Map<string, Link> => {
  const links = new Map<string, Link>();
  for (const [name, node] of openedMap(reading, response, "links")) {
    links.set(name, { at: node.pointer, target: textIn(node, "operationId") ?? textIn(node, "operationRef") ?? "" });
  }
  return links;
};
