import { type Atom, listOf } from "../../schema/atom.ts";
import { isObject, member, textOf, textsOf } from "../../documents/json.ts";
import type { Server } from "./api.ts";
import { memberOf, type Reading, textIn } from "./node.ts";

/** Where the API is. In OpenAPI 2 that is `schemes`, `host` and `basePath` together. */
export const serversOf = ({ version, root }: Reading): Server[] => {
  if (version === "2.0") return oldServers(root);
  const servers = serversIn(root);
  return servers.length > 0 ? servers : [{ url: "", at: "" }];
};

/** Where one operation is: what it says itself, else what its path says. Undefined if neither says anything. */
export const ownServersOf = (path: Atom, operation: Atom): readonly Server[] | undefined =>
  [operation, path].map(serversIn).find(({ length }) => length > 0);

const serversIn = (holder: Atom): Server[] => listOf(holder, "servers").map((node) => ({ url: urlOf(node), at: node.pointer }));

const oldServers = (root: Atom): Server[] => {
  const host = textIn(root, "host");
  const base = trimmed(textIn(root, "basePath") ?? "");
  if (host === undefined) return [{ url: base, at: "/basePath" }];
  const schemes = textsOf(memberOf(root, "schemes"));
  return (schemes.length > 0 ? schemes : ["https"]).map((scheme) => ({ url: `${scheme}://${host}${base}`, at: "/host" }));
};

/** With the defaults of its variables. */
const urlOf = (node: Atom): string => {
  const variables = memberOf(node, "variables");
  const url = (textIn(node, "url") ?? "").replace(/\{([^{}]*)\}/g, (whole, name: string) => {
    const variable = isObject(variables) ? member(variables, name) : undefined;
    return (isObject(variable) ? textOf(member(variable, "default")) : undefined) ?? whole;
  });
  return trimmed(url);
};

const trimmed = (url: string): string => url.replace(/\/+$/, "");

/** What comes before the paths: "/v1" of "https://api.acme.com/v1". */
export const basePathOf = ({ url }: Server): string => url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/]*/i, "");
