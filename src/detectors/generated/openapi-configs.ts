import { tableOf } from "../settings-text.ts";
import { folderOf } from "../../base/paths.ts";
import type { GeneratorConfig, GeneratorRule } from "./generator-config.ts";
import { objectLiteral } from "./object-literal.ts";
import { isAmong, written } from "./written.ts";

/** Orval: named pairs of an OpenAPI document and what is made of it. */
export const orval: GeneratorConfig = {
  files: ["orval.config.ts", "orval.config.js", "orval.config.cjs", "orval.config.mjs"],

  read: (text, folder) =>
    Object.values(tableOf(objectLiteral(text))).flatMap((project) => {
      const { input, output } = tableOf(project);
      const made = tableOf(output);
      const split = typeof made["mode"] === "string" && made["mode"] !== "single";
      const targets = [
        ...written(typeof output === "string" ? output : []),
        ...written(made["target"] ?? []).map((target) => (split ? folderOf(target) : target)),
      ];
      const sources = typeof input === "string" ? [input] : written(tableOf(input)["target"] ?? []);
      return rulesOf("orval", "npx orval", sources, [...targets, ...written(made["schemas"] ?? [])], folder);
    }),
};

/** Hey API's openapi-ts. */
export const openapiTs: GeneratorConfig = {
  files: ["openapi-ts.config.ts", "openapi-ts.config.js", "openapi-ts.config.cjs", "openapi-ts.config.mjs"],

  read(text, folder) {
    const { input, output } = tableOf(objectLiteral(text));
    const sources = typeof input === "string" ? [input] : written(tableOf(input)["path"] ?? []);
    const outs = typeof output === "string" ? [output] : written(tableOf(output)["path"] ?? []);
    return rulesOf("openapi-ts", "npx openapi-ts", sources, outs, folder);
  },
};

const rulesOf = (
  generator: string,
  command: string,
  sources: readonly string[],
  outs: readonly string[],
  folder: string,
): GeneratorRule[] =>
  sources.length === 0 || outs.length === 0
    ? []
    : [{ generator, command, isSource: (path) => isAmong(path, sources, folder), isGenerated: (path) => isAmong(path, outs, folder) }];
