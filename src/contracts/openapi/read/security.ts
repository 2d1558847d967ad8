import type { JsonObject } from "../../../base/canonical-json.ts";
import type { Atom } from "../../schema/atom.ts";
import { isList, isObject, member, textOf, textsOf } from "../../documents/json.ts";
import type { SecurityAlternative, SecurityScheme } from "./api.ts";
import { memberOf, openedMap, type Reading } from "./node.ts";

/** The schemes that requirements name. */
export const securitySchemesOf = (reading: Reading): Map<string, SecurityScheme> => {
  const where = reading.version === "2.0" ? ["securityDefinitions"] : ["components", "securitySchemes"];
  const schemes = new Map<string, SecurityScheme>();
  for (const [name, node] of openedMap(reading, reading.root, ...where)) {
    if (isObject(node.schema)) schemes.set(name, schemeOf(name, node.pointer, node.schema));
  }
  return schemes;
};

const schemeOf = (name: string, at: string, definition: JsonObject): SecurityScheme => {
  const say = (keyword: string) => textOf(member(definition, keyword)) ?? "";
  const addresses = new Map<string, string>();
  if (say("openIdConnectUrl")) addresses.set("openIdConnectUrl", say("openIdConnectUrl"));
  const flows = flowsOf(definition);
  for (const [flow, urls] of flows) for (const [kind, url] of urls) addresses.set(`${kind} of ${flow}`, url);
  const type = say("type");
  const scheme = type === "basic" ? "basic" : say("scheme").toLowerCase();
  const means =
    type === "apiKey"
      ? `an API key in the ${say("in")} ${say("in") === "header" ? say("name").toLowerCase() : say("name")}`
      : type === "http" || type === "basic"
        ? `HTTP authentication by ${scheme}`
        : type === "oauth2"
          ? "OAuth 2"
          : type === "openIdConnect"
            ? "OpenID Connect"
            : type;
  return { name, at, means, addresses, bearerFormat: textOf(member(definition, "bearerFormat")) };
};

/** By the names of OpenAPI 3, with their addresses. */
const flowsOf = (definition: JsonObject): Map<string, Map<string, string>> => {
  const flows = new Map<string, Map<string, string>>();
  const said = member(definition, "flows");
  const old = textOf(member(definition, "flow"));
  const all: [string, JsonObject][] = old === undefined ? [] : [[flowNames[old] ?? old, definition]];
  if (isObject(said)) for (const [flow, one] of Object.entries(said)) if (isObject(one)) all.push([flow, one]);
  for (const [flow, one] of all) {
    const urls = new Map<string, string>();
    for (const kind of ["authorizationUrl", "tokenUrl", "refreshUrl"]) {
      const url = textOf(member(one, kind));
      if (url !== undefined) urls.set(kind, url);
    }
    flows.set(flow, urls);
  }
  return flows;
};

const flowNames: Readonly<Record<string, string>> = { application: "clientCredentials", accessCode: "authorizationCode" };

/** The ways in: those of the operation, else those of all. Where nothing is asked for, one way that asks for nothing. */
export const securityOf = (reading: Reading, schemes: ReadonlyMap<string, SecurityScheme>, operation: Atom): SecurityAlternative[] => {
  const said = memberOf(operation, "security") ?? memberOf(reading.root, "security");
  if (!isList(said) || said.length === 0) return [new Map()];
  return said.filter(isObject).map((requirement) => {
    const demands = Object.entries(requirement).map(([name, scopes]) => {
      const scheme = schemes.get(name) ?? {
        name,
        at: "",
        means: `the scheme ${name}`,
        addresses: new Map(),
        bearerFormat: undefined,
      };
      return [name, { scheme, scopes: textsOf(scopes) }] as const;
    });
    return new Map(demands);
  });
};
