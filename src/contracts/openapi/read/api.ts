import type { Atom } from "../../schema/atom.ts";

/** What one version of a contract promises, whichever version of the specification it is written in. Where things stand is a JSON pointer. */
export interface Api {
  /** Schemas are those of what is sent, from which `readOnly` properties are hidden: the same one for what is received, and `writeOnly`. */
  readonly received: (sent: Atom) => Atom;
  /** By method and path without the names of its parameters: "GET /pets/{}". */
  readonly operations: ReadonlyMap<string, Operation>;
  /** What the provider calls at the consumer's: webhooks and callbacks, by a name that tells which. */
  readonly events: ReadonlyMap<string, Operation>;
  /** Absolute or relative, without a slash at the end. */
  readonly servers: readonly Server[];
  readonly securitySchemes: ReadonlyMap<string, SecurityScheme>;
  /** References to what is not among the files, other than those of schemas. */
  readonly unresolved: readonly { readonly reference: string; readonly at: string }[];
}

export interface Operation {
  /** For sentences: "GET /pets/{id}". */
  readonly name: string;
  readonly at: string;
  readonly id: string | undefined;
  readonly lifecycle: Lifecycle;
  readonly parameters: readonly Parameter[];
  readonly body: Body | undefined;
  /** By status, range or "default", in upper case. */
  readonly responses: ReadonlyMap<string, Response>;
  /** Where it is, if that is not where all are. */
  readonly servers: readonly Server[] | undefined;
  /** Any one of these lets a caller in. */
  readonly security: readonly SecurityAlternative[];
}

/** Whether something is on its way out, or not yet firm. */
export interface Lifecycle {
  readonly deprecated: boolean;
  /** What stands in `x-sunset`, if anything does. */
  readonly sunset: Sunset | undefined;
  /** What stands in `x-stability-level`, if anything does. */
  readonly stability: string | undefined;
}

export interface Sunset {
  /** As year, month and day, undefined if it is no date. */
  readonly date: string | undefined;
  readonly at: string;
}

export type ParameterPlace = "path" | "query" | "header" | "cookie";

export interface Parameter {
  readonly in: ParameterPlace;
  readonly name: string;
  /** What makes it the same one: its name, or of those in the path its position there. */
  readonly key: string;
  readonly at: string;
  readonly required: boolean;
  /** How a list or an object is written: style and explode, by the words of OpenAPI 3. */
  readonly style: string;
  /** The media type, where the value is written in one. */
  readonly mediaType: string | undefined;
  readonly allowsEmpty: boolean;
  readonly allowsReserved: boolean;
  readonly lifecycle: Lifecycle;
  readonly schema: Atom | undefined;
}

export interface Body {
  readonly at: string;
  readonly required: boolean;
  readonly content: Content;
}

/** By name in lower case, without what does not tell media types apart. */
export type Content = ReadonlyMap<string, MediaType>;

export interface MediaType {
  readonly name: string;
  readonly at: string;
  readonly schema: Atom | undefined;
  /** Of forms: how the value of a field is written, by the name of the field, where something is said of it. */
  readonly fields: ReadonlyMap<string, Field>;
}

export interface Field {
  readonly at: string;
  /** What it may be written in; empty where nothing is said. */
  readonly mediaTypes: readonly string[];
  /** As of a query parameter. */
  readonly style: string;
}

export interface Response {
  readonly at: string;
  readonly content: Content;
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, Header>;
  /** By name, what each leads to. */
  readonly links: ReadonlyMap<string, Link>;
}

export interface Header {
  readonly name: string;
  readonly at: string;
  readonly required: boolean;
  readonly style: string;
  readonly schema: Atom | undefined;
}

export interface Link {
  readonly at: string;
  readonly target: string;
}

export interface Server {
  readonly url: string;
  readonly at: string;
}

/** All that has to be satisfied at once. */
export type SecurityAlternative = ReadonlyMap<string, SecurityDemand>;

export interface SecurityDemand {
  readonly scheme: SecurityScheme;
  readonly scopes: readonly string[];
}

export interface SecurityScheme {
  readonly name: string;
  readonly at: string;
  /** What a caller has to do, in words: "an API key in the header X-Key". Schemes that ask for the same have the same words. */
  readonly means: string;
  /** Where a caller gets what it shows, by what each is for: "tokenUrl of clientCredentials". */
  readonly addresses: ReadonlyMap<string, string>;
  readonly bearerFormat: string | undefined;
}
