import { type Atom, childOf } from "../../schema/atom.ts";
import { isList, textsOf } from "../../documents/json.ts";
import { memberOf, opened, openedMap, textIn } from "../../apis/node.ts";
import { pointerTo } from "../../documents/pointer.ts";
import { namesIn } from "./addresses.ts";
import type { Server, ServerVariable } from "./api.ts";
import type { Reading } from "./reading.ts";
import { securityOf } from "./security.ts";

/** Where the application, or the broker between it and its clients, is to be found. */
export const serversOf = (reading: Reading): Server[] =>
  [...openedMap(reading, reading.root, "servers")].map(([name, node]) => {
    const { scheme, host, pathname } = placeOf(node);
    return {
      name,
      at: node.pointer,
      protocol: textIn(node, "protocol")?.toLowerCase(),
      protocolVersion: versionIn(node),
      scheme,
      host,
      pathname,
      variables: namesIn(host + pathname).map((variable) => variableOf(reading, node, variable)),
      security: securityOf(reading, node),
      bindings: opened(reading, childOf(node, "bindings")),
    };
  });

/** AsyncAPI 2 has one URL, whose scheme most people leave out or repeat in `protocol`. */
const placeOf = (node: Atom): Pick<Server, "scheme" | "host" | "pathname"> => {
  const [, scheme, address = "", path = ""] = /^(?:([a-z][a-z\d+.-]*):\/\/)?([^/]*)(.*)$/is.exec(textIn(node, "url") ?? "") ?? [];
  return {
    scheme: scheme?.toLowerCase(),
    host: textIn(node, "host") ?? address,
    pathname: trimmed(textIn(node, "pathname") ?? path),
  };
};

const trimmed = (path: string): string => path.replace(/\/+$/, "").replace(/^(?=[^/])/, "/");

/** Without quotes, 5.0 is a number. */
const versionIn = (node: Atom): string | undefined => {
  const version = memberOf(node, "protocolVersion");
  return version === undefined || version === null ? undefined : String(version);
};

const variableOf = (reading: Reading, server: Atom, name: string): ServerVariable => {
  const node = opened(reading, childOf(server, "variables", name));
  const values = node && memberOf(node, "enum");
  return {
    name,
    at: node?.pointer ?? pointerTo(server.pointer, "variables"),
    isDescribed: node !== undefined,
    values: isList(values) ? textsOf(values) : undefined,
    byDefault: node && textIn(node, "default"),
  };
};
