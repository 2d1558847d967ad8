import type { Json } from "../../../base/canonical-json.ts";
import type { ContractChange } from "../../change.ts";
import { documentOf, type ReadDocument } from "../../schema/document-of.ts";
import type { Api } from "./api.ts";
import { apiOf, versionOf } from "./read-api.ts";

/** The texts of a contract by their paths, with forward slashes: references between them are relative to these. */
export type OpenApiSources = ReadonlyMap<string, string>;

export type LoadedApi =
  | { readonly kind: "loaded"; readonly api: Api }
  | { readonly kind: "unreadable"; readonly change: ContractChange }
  | { readonly kind: "not_assessed"; readonly reason: string };

/** Reads the contract that stands in `entry`, or in the one file that says it is OpenAPI. Of the others, what cannot be read is as good as absent. */
export const loadApi = (sources: OpenApiSources, entry: string | undefined, side: "old" | "new"): LoadedApi => {
  const size = [...sources.values()].reduce((sum, text) => sum + text.length, 0);
  if (size > mostCharacters)
    return { kind: "not_assessed", reason: `the ${side} contract has more than ${mostCharacters / 1e6} million characters` };
  const roots = new Map<string, Json>();
  const main = entry ?? mainOf(sources);
  const text = main === undefined ? undefined : sources.get(main);
  if (main === undefined || text === undefined) return unreadable(side, 1, 1, "there is no such file");
  const own = readText(text);
  if (own.kind === "excessive") return { kind: "not_assessed", reason: `the ${side} contract cannot be assessed: ${own.reason}` };
  if (own.kind === "unreadable") return unreadable(side, own.line, own.column, own.reason);
  const version = versionOf(own.root);
  if (version === undefined) return unreadable(side, 1, 1, "it does not say which version of OpenAPI it is written in");
  roots.set(main, own.root);
  for (const [path, content] of sources) {
    const document = path === main ? own : readText(content);
    if (document.kind === "excessive") return { kind: "not_assessed", reason: `${path} cannot be assessed: ${document.reason}` };
    if (document.kind === "read") roots.set(path, document.root);
  }
  return { kind: "loaded", api: apiOf(roots, main, version) };
};

/** The largest contracts in public are 10 million. */
const mostCharacters = 50_000_000;

/** Many public contracts have a comma too many, and nobody who uses them minds. */
const readText = (text: string): ReadDocument => {
  const read = documentOf(text);
  if (read.kind !== "unreadable" || !/^\s*\{/.test(text)) return read;
  const again = documentOf(text.replace(/("[^"\\]*(?:\\.[^"\\]*)*")|,(?=\s*[}\]])/g, (_, string: string | undefined) => string ?? ""));
  return again.kind === "unreadable" ? read : again;
};

const mainOf = (sources: OpenApiSources): string | undefined => {
  const says = [...sources].filter(([, text]) => /(?:^|[{,\s])["']?(?:openapi|swagger)["']?\s*:/.test(text.slice(0, 20_000)));
  return sources.size === 1 ? [...sources.keys()][0] : says[0]?.[0];
};

const unreadable = (side: "old" | "new", line: number, column: number, reason: string): LoadedApi => ({
  kind: "unreadable",
  change: {
    rule: "openapi/unreadable",
    level: "breaking",
    direction: null,
    at: "",
    message: `The ${side} contract cannot be read, line ${line}, column ${column}: ${reason}.`,
  },
});
