import type { Json, JsonObject } from "../base/canonical-json.ts";

/** What contracts are written in. */
export const contractFormats = ["openapi", "graphql", "asyncapi", "protobuf", "json-schema", "avro"] as const;

export type ContractFormat = (typeof contractFormats)[number];

/** The format that a text is in, by what stands in it. Undefined where nothing tells, as in a text that cannot be read. */
export const formatOf = (text: string): ContractFormat | undefined =>
  /^[\uFEFF\s]*[[{"]/.test(text) ? formatOfJson(text) : isYaml(text) ? formatOfYaml(text) : formatOfLanguage(text);

const formatOfJson = (text: string): ContractFormat | undefined => {
  const value = jsonOf(text);
  // What is broken still shows what it was meant to be, and a description may come first.
  if (value === undefined)
    return formatOfKeys(new Set(/["'](openapi|swagger|asyncapi)["']\s*:/.exec(text)?.slice(1))) ?? formatOfLanguage(text);
  if (typeof value === "string" || Array.isArray(value)) return "avro";
  return isObject(value) ? (formatOfKeys(new Set(Object.keys(value))) ?? (isAvro(value) ? "avro" : schemaIn(value))) : undefined;
};

const jsonOf = (text: string): Json | undefined => {
  try {
    const value: Json = JSON.parse(text.replace(/^\uFEFF/, ""));
    return value;
  } catch {
    return undefined;
  }
};

const isObject = (value: Json | undefined): value is JsonObject => typeof value === "object" && value !== null && !Array.isArray(value);

const formatOfKeys = (keys: ReadonlySet<string>): ContractFormat | undefined => {
  if (keys.has("openapi") || keys.has("swagger")) return "openapi";
  return keys.has("asyncapi") ? "asyncapi" : undefined;
};

/** Names, and numbers of a certain size, are Avro's alone; so are items and values that are a bare name. */
const isAvro = ({ type, items, fields, symbols, size }: JsonObject): boolean => {
  if (Array.isArray(type)) return type.some(isObject);
  if (isObject(type)) return true;
  if (type === "record" || type === "error") return Array.isArray(fields);
  if (type === "enum") return Array.isArray(symbols);
  if (type === "fixed") return typeof size === "number";
  if (type === "array") return typeof items === "string" || (isObject(items) && isAvro(items));
  return typeof type === "string" && avroAlone.has(type);
};

const avroAlone: ReadonlySet<string> = new Set(["map", "int", "long", "float", "double", "bytes"]);

const schemaIn = (value: JsonObject): ContractFormat | undefined =>
  Object.keys(value).some((key) => schemaKeywords.has(key)) ? "json-schema" : undefined;

const schemaKeywords: ReadonlySet<string> = new Set([
  ...["$schema", "$id", "$ref", "$defs", "definitions", "type", "properties", "patternProperties", "additionalProperties", "required"],
  ...["items", "prefixItems", "allOf", "anyOf", "oneOf", "not", "if", "enum", "const", "format", "pattern", "minimum", "maximum"],
]);

/** The first line that says something has a key. */
const isYaml = (text: string): boolean => {
  const lines = text
    .slice(0, longestPreamble)
    .replace(/^\uFEFF/, "")
    .split("\n");
  const first = lines.find((line) => !/^(?:\s*(?:#.*)?|---.*|%.*)$/.test(line));
  return first !== undefined && /^["']?[\w$][\w$-]*["']?[ \t]*:(?:\s|$)/.test(first);
};

const formatOfYaml = (text: string): ContractFormat | undefined => {
  const keys = new Set([...text.matchAll(/^["']?([\w$-]+)["']?[ \t]*:(?=\s|$)/gm)].map(([, key = ""]) => key));
  return formatOfKeys(keys) ?? ([...keys].some((key) => schemaKeywords.has(key)) ? "json-schema" : undefined);
};

/** By the first thing that is declared; an enum's values have numbers in protobuf. */
const formatOfLanguage = (text: string): ContractFormat | undefined => {
  const code = text.slice(0, longestPreamble).replace(/\/\*[^]*?\*\/|\/\/.*|#.*|"""[^]*?"""|^[ \t]*"(?:[^"\\\n]|\\.)*"[ \t\r]*$/gm, "");
  if (
    /^[ \t]*(?:(?:syntax|edition)\s*=|(?:message|service)\s+\w+\s*\{|package\s+[\w.]+\s*;|import\s+(?:public\s+|weak\s+)?["'])/m.test(code)
  )
    return "protobuf";
  const declared = /^[ \t]*(?:extend\s+)?(schema|type|interface|union|enum|input|scalar|directive)\b\s*[\w@{]/m.exec(code)?.[1];
  if (declared === undefined) return undefined;
  return declared === "enum" && /^[ \t]*enum\s+\w+\s*\{[^}]*=/m.test(code) ? "protobuf" : "graphql";
};

/** UTF-16 units. Licences and long descriptions come first in some files. */
const longestPreamble = 200_000;
