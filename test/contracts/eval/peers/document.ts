import yaml from "js-yaml";

/** The value of a JSON or YAML text, for libraries that want values. Throws on what is neither. */
export const valueOf = (text: string): unknown => (/^\s*[[{]/.test(text) ? (jsonOf(text) ?? yamlOf(text)) : yamlOf(text));

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Dates stay strings, as in JSON. */
const yamlOf = (text: string): unknown => yaml.load(text, { schema: yaml.CORE_SCHEMA });

/** A copy in which each reference within the document is replaced by what it refers to, except where that would not end. */
export const dereferenced = (root: unknown): unknown => {
  const inlined = (value: unknown, open: readonly string[]): unknown => {
    if (Array.isArray(value)) return value.map((item) => inlined(item, open));
    if (!isRecord(value)) return value;
    const reference = value["$ref"];
    if (typeof reference === "string" && reference.startsWith("#") && !open.includes(reference)) {
      return inlined(valueAt(root, reference.slice(1)), [...open, reference]);
    }
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inlined(item, open)]));
  };
  return inlined(root, []);
};

const valueAt = (root: unknown, pointer: string): unknown => {
  const tokens = pointer.split("/").slice(1);
  return tokens
    .map((token) => decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>((value, token) => (isRecord(value) || Array.isArray(value) ? Reflect.get(value, token) : undefined), root);
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
