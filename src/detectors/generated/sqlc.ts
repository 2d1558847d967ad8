import { listOf, tableOf, yamlIn } from "../settings-text.ts";
import { nameOf } from "../../base/paths.ts";
import type { GeneratorConfig, GeneratorRule } from "./generator-config.ts";
import { isAmong, written } from "./written.ts";

/** sqlc, versions 1 and 2 of its settings. A query file gives a file of its own; the schema bears on all. */
export const sqlc: GeneratorConfig = {
  files: ["sqlc.yaml", "sqlc.yml", "sqlc.json"],

  read(text, folder) {
    const config = tableOf(yamlIn(text));
    return [
      ...listOf(config["packages"])
        .map(tableOf)
        .flatMap((one) => rulesOf(one, [one["path"]], folder)),
      ...listOf(config["sql"])
        .map(tableOf)
        .flatMap((one) =>
          rulesOf(
            one,
            [...Object.values(tableOf(one["gen"])), ...listOf(one["codegen"])].map((made) => tableOf(made)["out"]),
            folder,
          ),
        ),
    ];
  },
};

const rulesOf = (set: Readonly<Record<string, unknown>>, outs: readonly unknown[], folder: string): GeneratorRule[] => {
  const [queries, schema] = [written(set["queries"]), written(set["schema"])];
  return written(outs).map((out) => ({
    generator: "sqlc",
    command: "sqlc generate",
    isSource: (path) => path.endsWith(".sql") && (isAmong(path, queries, folder) || isAmong(path, schema, folder)),
    isGenerated: (path) => isAmong(path, [out], folder) && isWritten(nameOf(path)),
    concerns: (source, generated) =>
      isAmong(source, schema, folder) ||
      nameOf(generated).startsWith(`${stemOf(source)}.`) ||
      isOfAllQueries(nameOf(generated)) ||
      nameOf(generated).startsWith(`${stemOf(source)}_sql.`),
  }));
};

const stemOf = (path: string): string => nameOf(path).replace(/\.sql$/, "");

/** Go code lies beside code written by hand, so there the names have to be sqlc's. */
const isWritten = (file: string): boolean =>
  !file.endsWith(".sql") && (!file.endsWith(".go") || /\.sql\.go$|^(?:db|models|querier|copyfrom|batch)\.go$/.test(file));

const isOfAllQueries = (file: string): boolean => /^(?:querier|copyfrom|batch)\.|^models\.(?!go)/i.test(file);
