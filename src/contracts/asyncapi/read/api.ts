import type { Json } from "../../../base/canonical-json.ts";
import type { Atom } from "../../schema/atom.ts";

/** What one version of a contract promises, whichever version of the specification it is written in. Where things stand is a JSON pointer. */
export interface Api {
  readonly channels: readonly Channel[];
  readonly servers: readonly Server[];
  /** References to what is not among the files, other than those of schemas. */
  readonly unresolved: readonly { readonly reference: string; readonly at: string }[];
}

export interface Channel {
  /** What the document calls it; of AsyncAPI 2 the address. */
  readonly id: string;
  readonly at: string;
  /** As it is written, or undefined where it is known at run time only. */
  readonly address: string | undefined;
  /** One for each pair of braces of the address, in order. */
  readonly parameters: readonly Parameter[];
  /** The names of the servers that it is available on, or undefined where those are all. */
  readonly servers: ReadonlySet<string> | undefined;
  readonly bindings: Atom | undefined;
  readonly flows: ReadonlyMap<Action, Flow>;
  /** Those that are listed for the channel and not for an operation. There are none in AsyncAPI 2. */
  readonly messages: readonly Message[];
}

/** What the application does. What it receives is published by its clients, and what it sends they are subscribed to. */
export type Action = "receive" | "send";

/** All that goes one way through a channel, whatever operations that is divided into. */
export interface Flow {
  readonly operations: readonly Operation[];
  readonly messages: readonly Message[];
}

export interface Operation {
  readonly id: string | undefined;
  readonly at: string;
  readonly messages: readonly Message[];
  /** Any one of these lets a client in; undefined where they are not known. */
  readonly security: readonly SecurityAlternative[] | undefined;
  readonly bindings: Atom | undefined;
  readonly reply: Reply | undefined;
}

/** What is answered to the messages of an operation. */
export interface Reply {
  readonly at: string;
  readonly channel: Channel | undefined;
  /** The expression that tells at run time where to answer. */
  readonly location: string | undefined;
  readonly messages: readonly Message[];
}

export interface Parameter {
  readonly name: string;
  readonly at: string;
  /** Whether anything is said of it. */
  readonly isDescribed: boolean;
  /** What values it may have; any text if nothing is said. */
  readonly schema: Atom | undefined;
  /** The expression that tells where in a message its value stands. */
  readonly location: string | undefined;
}

/** With its traits. */
export interface Message {
  readonly at: string;
  /** What it may be recognised by in another version, surest first; undefined where it has no such name. */
  readonly names: readonly (string | undefined)[];
  /** The last of these, `name`, is meant for machines. */
  readonly name: string | undefined;
  /** Its contents stand in none of the files. */
  readonly isUnknown: boolean;
  readonly contentType: string | undefined;
  readonly payload: Described | undefined;
  readonly headers: Described | undefined;
  readonly correlation: string | undefined;
  readonly bindings: Atom | undefined;
}

/** Contents, in whatever language they are described. */
export type Described =
  | { readonly kind: "schema"; readonly at: string; readonly schema: Atom }
  | { readonly kind: "avro"; readonly at: string; readonly text: Json }
  /** In a language that we do not know, by its name. */
  | { readonly kind: "other"; readonly at: string; readonly text: Json; readonly format: string }
  /** In a file that was not handed in, which is noted. */
  | { readonly kind: "unknown"; readonly at: string };

export interface Server {
  readonly name: string;
  readonly at: string;
  readonly protocol: string | undefined;
  readonly protocolVersion: string | undefined;
  /** What its URL begins with, if it does, beside `protocol`. */
  readonly scheme: string | undefined;
  /** With variables in braces, by their names: "broker.example.com:{port}". */
  readonly host: string;
  /** With a slash at its beginning and none at its end, or empty. */
  readonly pathname: string;
  /** One for each pair of braces of host and pathname, in order. */
  readonly variables: readonly ServerVariable[];
  /** As of an operation. */
  readonly security: readonly SecurityAlternative[] | undefined;
  readonly bindings: Atom | undefined;
}

export interface ServerVariable {
  readonly name: string;
  readonly at: string;
  /** Whether anything is said of it. */
  readonly isDescribed: boolean;
  /** Undefined where any value goes. */
  readonly values: readonly string[] | undefined;
  readonly byDefault: string | undefined;
}

/** All that has to be shown at once, in words: "an API key as the user". Schemes that ask for the same have the same words. */
export type SecurityAlternative = ReadonlyMap<string, SecurityDemand>;

export interface SecurityDemand {
  readonly scopes: readonly string[];
  /** Where a client gets what it shows, by what each is for: "tokenUrl of clientCredentials". */
  readonly addresses: ReadonlyMap<string, string>;
}
