import type { Json } from "../../base/canonical-json.ts";
import { documentOf } from "./document-of.ts";

/**
 * Other files that a JSON or YAML document refers to with `$ref`, as they are written there, without fragments. Those on the network are left
 * out, and those that an `$id` in the same text gives the name of.
 */
export const referredFiles = (text: string): string[] => {
  if (!mayRefer.test(text)) return [];
  const document = documentOf(text);
  if (document.kind !== "read") return [];
  const files = new Set<string>();
  const ids = new Set<string>();
  const open: Json[] = [document.root];
  for (let json = open.pop(); json !== undefined; json = open.pop()) {
    if (typeof json !== "object" || json === null) continue;
    for (const [key, value] of Object.entries(json)) {
      if (typeof value === "object") open.push(value);
      else if (typeof value !== "string") continue;
      else if (key === "$ref") files.add(withoutFragment(value));
      else if (key === "$id" || key === "id") ids.add(lastPart(value));
    }
  }
  return [...files].filter((file) => file !== "" && !/^(?:[a-z][\w+.-]+:|\/)/i.test(file) && !ids.has(lastPart(file)));
};

const mayRefer = /\$ref["']?\s*:\s*(?:["']|[>|]-?\s*)?[^#"'\s]/;

/** References are URIs. */
const withoutFragment = (reference: string): string => {
  const file = reference.split("#", 1)[0] ?? "";
  try {
    return decodeURIComponent(file);
  } catch {
    return file;
  }
};

const lastPart = (reference: string): string => withoutFragment(reference).replace(/^.*\//s, "");
