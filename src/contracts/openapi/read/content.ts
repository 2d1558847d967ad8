import { type Atom, childOf, mapOf } from "../../schema/atom.ts";
import { isObject } from "../../documents/json.ts";
import type { Content, Field, MediaType } from "./api.ts";
import { mediaTypeKey } from "../../apis/media-type.ts";
import { memberOf, type Reading, textIn } from "./node.ts";
import { styleOf } from "./style.ts";

/** What `content` of OpenAPI 3 holds. */
export const contentOf = (node: Atom): Content => {
  const content = new Map<string, MediaType>();
  const map = memberOf(node, "content");
  for (const name of isObject(map) ? Object.keys(map) : []) {
    const media = childOf(node, "content", name);
    const schema = media && childOf(media, "schema");
    if (media) content.set(mediaTypeKey(name), { name, at: media.pointer, schema, fields: fieldsOf(media) });
  }
  return content;
};

/** What `encoding` says of the fields of a form. */
const fieldsOf = (media: Atom): Map<string, Field> => {
  const fields = new Map<string, Field>();
  for (const [name, node] of mapOf(media, "encoding")) {
    const mediaTypes = (textIn(node, "contentType") ?? "").split(",").map(mediaTypeKey);
    fields.set(name, { at: node.pointer, mediaTypes: mediaTypes.filter((one) => one !== ""), style: styleOf(node, "query") });
  }
  return fields;
};

/** The names of OpenAPI 2, of the operation or of all: `consumes`, `produces`. Most who say nothing mean JSON. */
export const mediaTypesOf = (reading: Reading, operation: Atom, keyword: "consumes" | "produces"): string[] => {
  const said = memberOf(operation, keyword) ?? memberOf(reading.root, keyword);
  const names = Array.isArray(said) ? said.filter((name) => typeof name === "string") : [];
  return names.length === 0 ? ["application/json"] : names;
};

/** One schema under several names. */
export const contentUnder = (names: readonly string[], at: string, schema: Atom | undefined): Content =>
  new Map(names.map((name) => [mediaTypeKey(name), { name, at, schema, fields: new Map() }]));
