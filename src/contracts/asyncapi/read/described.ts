import type { Json } from "../../../base/canonical-json.ts";
import { type Atom, childOf, resolved } from "../../schema/atom.ts";
import { referenceOf, targetOf } from "../../schema/conjunction.ts";
import { memberOf, opened, textIn } from "../../apis/node.ts";
import { pointerTo } from "../../documents/pointer.ts";
import type { Described } from "./api.ts";
import type { Reading } from "./reading.ts";

/**
 * What stands under `payload` or `headers`. Which language that is, is said beside it in AsyncAPI 2 (`schemaFormat`), and around it since
 * version 3.
 */
export const describedIn = (reading: Reading, holder: Atom, keyword: "payload" | "headers"): Described | undefined => {
  const json = memberOf(holder, keyword);
  if (json === undefined) return undefined;
  const node = childOf(holder, keyword);
  const at = pointerTo(holder.pointer, keyword);
  if (reading.version === "2")
    return described(reading, node, json, at, keyword === "payload" ? textIn(holder, "schemaFormat") : undefined);
  // Where it leads nowhere is noted when it is looked at as a schema.
  const around = opened({ unresolved: [] }, node);
  const format = around && textIn(around, "schemaFormat");
  if (around === undefined || format === undefined) return described(reading, node, json, at, undefined);
  return described(reading, childOf(around, "schema"), memberOf(around, "schema") ?? null, pointerTo(around.pointer, "schema"), format);
};

const described = (reading: Reading, node: Atom | undefined, json: Json, at: string, format: string | undefined): Described | undefined => {
  const language = languageOf(format);
  if (language === "schema") return node && { kind: "schema", at: node.pointer, schema: node };
  if (language === "openapi") return node && { kind: "schema", at: node.pointer, schema: reading.asOpenApi(node) };
  const plain = node && plainText(reading, node);
  if (plain !== undefined) return { kind: "other", at, text: plain, format: language };
  const target = opened(reading, node);
  if (node !== undefined && target === undefined) return { kind: "unknown", at };
  // A list at the top of another file is no schema of ours, and stands there as it is.
  const whole = target?.pointer === "" || target?.pointer.endsWith("#") ? target.document.root : target?.schema;
  const text = node === undefined ? json : (whole ?? json);
  const place = target?.pointer ?? at;
  return language === "avro" ? { kind: "avro", at: place, text } : { kind: "other", at: place, text, format: language };
};

/** The file that a reference leads to, if it is neither JSON nor YAML. */
const plainText = (reading: Reading, node: Atom): string | undefined => {
  const reference = referenceOf(node);
  if (reference === undefined || targetOf(node, reference) !== undefined) return undefined;
  return reading.plainTexts.get(resolved(node.resource.uri, reference) ?? "");
};

/** "schema", "openapi", "avro" or the name of another language, without its version. */
const languageOf = (format: string | undefined): string => {
  const name = (format ?? "").toLowerCase().split(";", 1)[0]?.trim() ?? "";
  if (name === "" || /^application\/(?:vnd\.aai\.asyncapi|schema)(?:\+|$)/.test(name)) return "schema";
  if (/^application\/vnd\.oai\.openapi(?:\+|$)/.test(name)) return "openapi";
  if (/^application\/vnd\.apache\.avro(?:\+|$)/.test(name)) return "avro";
  return name.replace(/\+(?:json|yaml)$/, "");
};
