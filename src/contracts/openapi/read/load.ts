import { type ContractSources, loadSources, type NotLoaded, unreadable } from "../../apis/sources.ts";
import type { Api } from "./api.ts";
import { apiOf, versionOf } from "./read-api.ts";

/** The texts of a contract by their paths, with forward slashes: references between them are relative to these. */
export type OpenApiSources = ContractSources;

export type LoadedApi = { readonly kind: "loaded"; readonly api: Api } | NotLoaded;

/** Reads the contract that stands in `entry`, or in the one file that says it is OpenAPI. */
export const loadApi = (sources: OpenApiSources, entry: string | undefined, side: "old" | "new"): LoadedApi => {
  const loaded = loadSources(sources, { format: "openapi", entry, isEntry: saysOpenApi, side });
  if (loaded.kind !== "loaded") return loaded;
  const version = versionOf(loaded.root);
  if (version === undefined) return unreadable("openapi", side, "it does not say which version of OpenAPI it is written in");
  return { kind: "loaded", api: apiOf(loaded.roots, loaded.entry, version) };
};

const saysOpenApi = (text: string): boolean => /(?:^|[{,\s])["']?(?:openapi|swagger)["']?\s*:/.test(text.slice(0, 20_000));
