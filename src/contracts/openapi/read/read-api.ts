import type { Json } from "../../../base/canonical-json.ts";
import type { Atom } from "../../schema/atom.ts";
import type { Dialect } from "../../schema/dialect.ts";
import { type SchemaDocuments, schemaDocuments } from "../../schema/documents.ts";
import { isObject, member } from "../../documents/json.ts";
import type { Api } from "./api.ts";
import type { Reading } from "./node.ts";
import { operationsOf } from "./operations.ts";
import { securitySchemesOf } from "./security.ts";
import { serversOf } from "./servers.ts";

/** The version of the specification that a document says it is written in, or undefined if it is no OpenAPI. */
export const versionOf = (root: Json): "2.0" | "3.0" | "3.1" | undefined => {
  if (!isObject(root)) return undefined;
  const version = String(member(root, "swagger") ?? member(root, "openapi") ?? "");
  if (/^2(?:\.0)?$/.test(version)) return "2.0";
  // Without quotes, 3.0 is the number 3.
  if (/^3(?:\.0(?:\.|$)|$)/.test(version)) return "3.0";
  return version.startsWith("3.") ? "3.1" : undefined;
};

/** What the document at `entry` promises, with what it refers to in the others. */
export const apiOf = (roots: ReadonlyMap<string, Json>, entry: string, version: "2.0" | "3.0" | "3.1"): Api => {
  const prefixOf = (path: string) => (path === entry ? "" : `${path.replaceAll("~", "~0").replaceAll("/", "~1")}#`);
  const documents = (hides: Dialect["hides"]) => schemaDocuments(roots, () => dialectOf(version, hides), prefixOf);
  const sent = documents("readOnly");
  const root = sent.at(entry, "");
  if (root === undefined) throw new Error(`${entry} is not among the documents`);
  const reading: Reading = { version: version === "2.0" ? "2.0" : "3", root, unresolved: [] };
  const securitySchemes = securitySchemesOf(reading);
  const { operations, events } = operationsOf(reading, securitySchemes);

  const paths = new Map([...roots.keys()].map((path) => [sent.at(path, "")?.document.uri, path]));
  let others: SchemaDocuments | undefined;
  const received = (atom: Atom): Atom => {
    const path = paths.get(atom.document.uri) ?? entry;
    others ??= documents("writeOnly");
    return others.at(path, atom.pointer.slice(prefixOf(path).length)) ?? atom;
  };
  return { received, operations, events, servers: serversOf(reading), securitySchemes, unresolved: reading.unresolved };
};

/** Servers go by formats whatever the specification says of them. */
const dialectOf = (version: "2.0" | "3.0" | "3.1", hides: Dialect["hides"]): Dialect => ({
  refSiblings: version === "3.1",
  nullable: version === "2.0" ? "x-nullable" : version === "3.0" ? "nullable" : null,
  formats: "asserted",
  discriminator: true,
  hides,
});
