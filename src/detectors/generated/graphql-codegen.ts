import { tableOf, yamlIn } from "../settings-text.ts";
import type { GeneratorConfig, GeneratorRule } from "./generator-config.ts";
import { objectLiteral } from "./object-literal.ts";
import { isAmong, written } from "./written.ts";

/** GraphQL Code Generator: what each output takes from schema and documents, its own and those of all outputs. */
export const graphqlCodegen: GeneratorConfig = {
  files: ["codegen.yml", "codegen.yaml", "codegen.ts", "codegen.js", "codegen.json", "graphql.config.yml", ".graphqlrc.yml"],

  read(text, folder, file) {
    const whole = tableOf(/\.[jt]s$/.test(file) ? objectLiteral(text) : yamlIn(text));
    const config = whole["generates"] === undefined ? codegenExtension(whole) : whole;
    return Object.entries(tableOf(config["generates"])).map(([out, options]) => ruleOf(out, tableOf(options), config, folder));
  },
};

/** GraphQL Config holds the same settings as an extension. */
const codegenExtension = (config: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
  ...config,
  ...tableOf(tableOf(config["extensions"])["codegen"]),
});

type Table = Readonly<Record<string, unknown>>;

const ruleOf = (out: string, options: Table, config: Table, folder: string): GeneratorRule => {
  const schema = [config, options].flatMap((table) => written(table["schema"]));
  const documents = [config, options].flatMap((table) => written(table["documents"]));
  const beside = options["preset"] === "near-operation-file" || options["preset"] === "near-operation-file-preset";
  const extension = String(tableOf(options["presetConfig"])["extension"] ?? ".generated.ts");
  return {
    generator: "graphql-codegen",
    command: "npx graphql-codegen",
    isSource: (path) => isAmong(path, schema, folder) || isAmong(path, documents, folder),
    isGenerated: (path) => isAmong(path, [out], folder) && (!beside || path.endsWith(extension)),
    ...(beside && { concerns: (source, generated) => isAmong(source, schema, folder) || stemOf(source) === stemOf(generated) }),
  };
};

/** Path without all that follows the first dot of its name. */
const stemOf = (path: string): string => path.replace(/\.[^/]*$/, "");
