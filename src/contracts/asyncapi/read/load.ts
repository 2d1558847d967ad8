import { isObject, member } from "../../documents/json.ts";
import { type ContractSources, loadSources, type NotLoaded, unreadable } from "../../apis/sources.ts";
import type { Api } from "./api.ts";
import { apiOf } from "./read-api.ts";

export type LoadedApi = { readonly kind: "loaded"; readonly api: Api } | NotLoaded;

/** Reads the contract that stands in `entry`, or in the one file that says it is AsyncAPI. */
export const loadApi = (sources: ContractSources, entry: string | undefined, side: "old" | "new"): LoadedApi => {
  const loaded = loadSources(sources, { format: "asyncapi", entry, isEntry: saysAsyncApi, side });
  if (loaded.kind !== "loaded") return loaded;
  const said = isObject(loaded.root) ? member(loaded.root, "asyncapi") : undefined;
  if (typeof said !== "string" && typeof said !== "number") {
    return unreadable("asyncapi", side, "it does not say which version of AsyncAPI it is written in");
  }
  const version = /^[23](?=\.|$)/.exec(String(said))?.[0];
  if (version !== "2" && version !== "3") {
    return { kind: "not_assessed", reason: `the ${side} contract is written in AsyncAPI ${said}; only 2 and 3 can be compared` };
  }
  const plainFiles = new Map([...sources].filter(([path]) => !loaded.roots.has(path)));
  const read = apiOf(loaded.roots, loaded.entry, version, plainFiles);
  if (read.kind === "read") return { kind: "loaded", api: read.api };
  return { kind: "not_assessed", reason: `the ${side} contract cannot be assessed: ${read.of} are too many` };
};

const saysAsyncApi = (text: string): boolean => /(?:^|[{,\s])["']?asyncapi["']?\s*:/.test(text.slice(0, 20_000));
