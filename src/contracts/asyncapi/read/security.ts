import { type Atom, childOf, listOf, mapOf } from "../../schema/atom.ts";
import { isObject, textsOf } from "../../documents/json.ts";
import { memberOf, opened, textIn } from "../../apis/node.ts";
import { pointerTo } from "../../documents/pointer.ts";
import type { SecurityAlternative, SecurityDemand } from "./api.ts";
import type { Reading } from "./reading.ts";

/**
 * The ways in of a server or an operation. In AsyncAPI 2 each is a set of names of schemes with the scopes that are needed; since version 3
 * it is one scheme that names them itself. Where nothing is asked for, there is one way that asks for nothing. Undefined where a scheme is
 * not known, which is noted.
 */
export const securityOf = (reading: Reading, holder: Atom): SecurityAlternative[] | undefined => {
  const ways = listOf(holder, "security").map((way) =>
    reading.version === "2" ? namedSchemes(reading, way) : new Map([[opened(reading, way), scopesOf(way)]]),
  );
  if (ways.length === 0) return [new Map()];
  if (ways.length > mostWays) reading.limits.exceededBy = "the ways in";
  const known = ways.flatMap((way) => alternativeOf(way) ?? []);
  return known.length < ways.length ? undefined : known;
};

const mostWays = 200;

type Demands = ReadonlyMap<Atom | undefined, readonly string[]>;

const scopesOf = (way: Atom): readonly string[] => {
  const scheme = opened({ unresolved: [] }, way);
  return scheme ? textsOf(memberOf(scheme, "scopes")) : [];
};

const namedSchemes = (reading: Reading, way: Atom): Demands => {
  const demands = new Map<Atom | undefined, readonly string[]>();
  for (const [name, scopes] of isObject(way.schema) ? Object.entries(way.schema) : []) {
    const path = ["components", "securitySchemes", name];
    const place = childOf(reading.root, ...path);
    if (place === undefined) reading.unresolved.push({ reference: pointerTo("#", ...path), at: way.pointer });
    demands.set(opened(reading, place), textsOf(scopes));
  }
  return demands;
};

/** Undefined where a scheme is not known. */
const alternativeOf = (demands: Demands): SecurityAlternative | undefined => {
  const alternative = new Map<string, SecurityDemand>();
  for (const [scheme, scopes] of demands) {
    if (scheme === undefined) return undefined;
    alternative.set(meansOf(scheme), { scopes, addresses: addressesOf(scheme) });
  }
  return alternative;
};

const addressesOf = (scheme: Atom): Map<string, string> => {
  const addresses = new Map<string, string>();
  const discovery = textIn(scheme, "openIdConnectUrl");
  if (discovery !== undefined) addresses.set("openIdConnectUrl", discovery);
  for (const [flow, node] of mapOf(scheme, "flows")) {
    for (const kind of ["authorizationUrl", "tokenUrl", "refreshUrl"]) {
      const address = textIn(node, kind);
      if (address !== undefined) addresses.set(`${kind} of ${flow}`, address);
    }
  }
  return addresses;
};

/** What a client has to do. */
const meansOf = (scheme: Atom): string => {
  const say = (keyword: string) => textIn(scheme, keyword) ?? "";
  const type = say("type");
  switch (type) {
    case "userPassword":
      return "a user and a password";
    case "apiKey":
      return `an API key as the ${say("in")}`;
    case "httpApiKey":
      return `an API key in the ${say("in")} ${say("in") === "header" ? say("name").toLowerCase() : say("name")}`;
    case "http":
      return `HTTP authentication by ${say("scheme").toLowerCase()}`;
    case "oauth2":
      return "OAuth 2";
    case "openIdConnect":
      return "OpenID Connect";
    case "X509":
      return "an X.509 certificate";
    case "plain":
    case "scramSha256":
    case "scramSha512":
    case "gssapi":
      return `SASL ${type}`;
    default:
      return type;
  }
};
