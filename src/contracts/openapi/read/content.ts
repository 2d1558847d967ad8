import { type Atom, childOf } from "../../schema/atom.ts";
import { isObject } from "../../schema/json.ts";
import type { Content, MediaType } from "./api.ts";
import { mediaTypeKey } from "./media-type.ts";
import { memberOf, type Reading } from "./node.ts";

/** What `content` of OpenAPI 3 holds. */
export const contentOf = (node: Atom): Content => {
  const content = new Map<string, MediaType>();
  const map = memberOf(node, "content");
  for (const name of isObject(map) ? Object.keys(map) : []) {
    const media = childOf(node, "content", name);
    const schema = media && childOf(media, "schema");
    if (media) content.set(mediaTypeKey(name), { name, at: media.pointer, schema });
  }
  return content;
};

/** The names of OpenAPI 2, of the operation or of all: `consumes`, `produces`. Most who say nothing mean JSON. */
export const mediaTypesOf = (reading: Reading, operation: Atom, keyword: "consumes" | "produces"): string[] => {
  const said = memberOf(operation, keyword) ?? memberOf(reading.root, keyword);
  const names = Array.isArray(said) ? said.filter((name) => typeof name === "string") : [];
  return names.length === 0 ? ["application/json"] : names;
};

/** One schema under several names. */
export const contentUnder = (names: readonly string[], at: string, schema: Atom | undefined): Content =>
  new Map(names.map((name) => [mediaTypeKey(name), { name, at, schema }]));
