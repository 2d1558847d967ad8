import { parse as parseToml } from "smol-toml";
import { parse as parseYaml } from "yaml";

/** What a JSON text says; undefined when it is none, as in the middle of an edit. */
export const jsonIn = (text: string): unknown => parsed((json) => JSON.parse(json.replace(/^\uFEFF/, "")), text);

/** As `jsonIn`, of TOML. */
export const tomlIn = (text: string): unknown => parsed(parseToml, text);

/** As `jsonIn`, of YAML. */
export const yamlIn = (text: string): unknown => parsed((yaml) => parseYaml(yaml, { logLevel: "error" }), text);

/** A table of such a text; an empty one when it is anything else. */
export const tableOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {};

/** A list of such a text; an empty one when it is anything else. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A string without white space around it; undefined when it is anything else. */
export const plain = (value: unknown): string | undefined => (typeof value === "string" ? value.trim() : undefined);

const parsed = (parse: (text: string) => unknown, text: string): unknown => {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
};
