import type { Json, JsonObject } from "../base/canonical-json.ts";
import { isObject } from "./documents/json.ts";

/** What contracts are written in. */
export const contractFormats = ["openapi", "graphql", "asyncapi", "protobuf", "json-schema", "avro"] as const;

export type ContractFormat = (typeof contractFormats)[number];

/** The formats that a text may be in, by what stands in it, the likeliest first. None where nothing tells, as in a text that cannot be read. */
export const contractFormatsOf = (text: string): readonly ContractFormat[] => {
  if (/^[\uFEFF\s]*(?:[[{"]|(?:true|false)\s*$)/.test(text)) return formatsOfJson(text);
  const format = isYaml(text) ? formatOfYaml(text) : formatOfLanguage(text);
  return format ? [format] : [];
};

const formatsOfJson = (text: string): readonly ContractFormat[] => {
  const value = jsonOf(text);
  if (value === undefined) {
    // What is broken still shows what it was meant to be, and a description may come first.
    const format = formatOfKeys(new Set(/["'](openapi|swagger|asyncapi)["']\s*:/.exec(text)?.slice(1))) ?? formatOfLanguage(text);
    return format ? [format] : [];
  }
  if (typeof value === "string" || Array.isArray(value)) return ["avro"];
  if (!isObject(value)) return ["json-schema"];
  const keys = Object.keys(value);
  const format = formatOfKeys(new Set(keys));
  if (format) return [format];
  if (isAvro(value)) return ["avro"];
  if (isEither(value)) return ["json-schema", "avro"];
  return keys.length === 0 || keys.some((key) => schemaKeywords.has(key)) ? ["json-schema"] : [];
};

const jsonOf = (text: string): Json | undefined => {
  try {
    const value: Json = JSON.parse(text.replace(/^\uFEFF/, ""));
    return value;
  } catch {
    return undefined;
  }
};

const formatOfKeys = (keys: ReadonlySet<string>): ContractFormat | undefined => {
  if (keys.has("openapi") || keys.has("swagger")) return "openapi";
  return keys.has("asyncapi") ? "asyncapi" : undefined;
};

/** Names, and numbers of a certain size, are Avro's alone; so are items and values that are a bare name. */
const isAvro = ({ type, items, fields, symbols, size, logicalType }: JsonObject): boolean => {
  if (typeof logicalType === "string") return true;
  if (Array.isArray(type)) return type.some(isObject);
  if (isObject(type)) return true;
  if (type === "record" || type === "error") return Array.isArray(fields);
  if (type === "enum") return Array.isArray(symbols);
  if (type === "fixed") return typeof size === "number";
  if (type === "array") return typeof items === "string" || (isObject(items) && isAvro(items));
  return typeof type === "string" && avroAlone.has(type);
};

const avroAlone: ReadonlySet<string> = new Set(["map", "int", "long", "float", "double", "bytes"]);

/** A type that both have, with nothing beside it. */
const isEither = ({ type, items, ...others }: JsonObject): boolean => {
  if (Object.keys(others).length > 0) return false;
  return type === "array" ? isObject(items) && isEither(items) : typeof type === "string" && avroToo.has(type);
};

const avroToo: ReadonlySet<string> = new Set(["null", "boolean", "string"]);

const schemaKeywords: ReadonlySet<string> = new Set([
  ...["$schema", "$id", "$ref", "$defs", "definitions", "type", "properties", "patternProperties", "additionalProperties", "required"],
  ...["items", "prefixItems", "allOf", "anyOf", "oneOf", "not", "if", "enum", "const", "format", "pattern", "minimum", "maximum"],
  ...["minLength", "maxLength", "minItems", "maxItems", "uniqueItems", "contains", "minProperties", "maxProperties", "propertyNames"],
  ...["multipleOf", "exclusiveMinimum", "exclusiveMaximum", "additionalItems", "unevaluatedProperties", "unevaluatedItems"],
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
