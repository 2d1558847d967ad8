import type { Json } from "../../../base/canonical-json.ts";
import type { Atom } from "../../schema/atom.ts";
import type { Dialect } from "../../schema/dialect.ts";
import { type SchemaDocuments, schemaDocuments, uriOf } from "../../schema/documents.ts";
import type { Api } from "./api.ts";
import { channelsOf as channelsOf2 } from "./channels-2.ts";
import { channelsOf as channelsOf3 } from "./channels-3.ts";
import { newLimits, type Reading } from "./reading.ts";
import { serversOf } from "./servers.ts";

export type ReadApi =
  | { readonly kind: "read"; readonly api: Api }
  /** There is more of something than can be compared. */
  | { readonly kind: "excessive"; readonly of: string };

/** What the document at `entry` promises, with what it refers to in the others, some of which may be neither JSON nor YAML. */
export const apiOf = (
  roots: ReadonlyMap<string, Json>,
  entry: string,
  version: "2" | "3",
  plainFiles: ReadonlyMap<string, string>,
): ReadApi => {
  const prefixOf = (path: string) => (path === entry ? "" : `${path.replaceAll("~", "~0").replaceAll("/", "~1")}#`);
  const documents = schemaDocuments(roots, () => dialect, prefixOf);
  const root = documents.at(entry, "");
  if (root === undefined) throw new Error(`${entry} is not among the documents`);

  const paths = new Map([...roots.keys()].map((path) => [documents.at(path, "")?.document.uri, path]));
  let others: SchemaDocuments | undefined;
  const asOpenApi = (atom: Atom): Atom => {
    const path = paths.get(atom.document.uri) ?? entry;
    others ??= schemaDocuments(roots, () => ({ ...dialect, nullable: "nullable" }), prefixOf);
    return others.at(path, atom.pointer.slice(prefixOf(path).length)) ?? atom;
  };

  const plainTexts = new Map([...plainFiles].map(([path, text]) => [uriOf(path), text]));
  const reading: Reading = { version, root, plainTexts, asOpenApi, limits: newLimits(), unresolved: [] };
  const channels = version === "2" ? channelsOf2(reading) : channelsOf3(reading);
  const api = { channels, servers: serversOf(reading), unresolved: reading.unresolved };
  return reading.limits.exceededBy === undefined ? { kind: "read", api } : { kind: "excessive", of: reading.limits.exceededBy };
};

/** JSON Schema draft 7, where a reference stands alone: the specification says that what is beside it shall be ignored. */
const dialect: Dialect = { refSiblings: false, nullable: null, formats: "asserted", discriminator: false, hides: null };
