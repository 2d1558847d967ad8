import type { Json, JsonObject } from "../../base/canonical-json.ts";
import { type Atom, childOf, idOf, resolved, type SchemaDocument } from "./atom.ts";
import type { Dialect } from "./dialect.ts";
import { isList, isObject, member, textOf } from "../documents/json.ts";
import { pointerTo, tokensOf } from "../documents/pointer.ts";

/** The documents of one version of a contract: where schemas are found. */
export interface SchemaDocuments {
  /** The schema at a JSON pointer of the document at `path`, or undefined where nothing stands that could be one. */
  at(path: string, pointer: string): Atom | undefined;
}

/**
 * Documents by their path, with forward slashes; references between them are relative to it, or name an `$id`. `dialectOf` is asked once for
 * each document. Hands out one `Atom` for each place, so ask one `SchemaDocuments` for all schemas of a version. `prefixOf` says what the
 * pointers into a document begin with, where a pointer alone does not tell which one it is; it holds no slash.
 */
export const schemaDocuments = (
  roots: ReadonlyMap<string, Json>,
  dialectOf: (root: Json) => Dialect,
  prefixOf: (path: string) => string = () => "",
): SchemaDocuments => {
  const tops = new Map<string, Atom>();
  const named = new Map<string, { readonly top: Atom; readonly pointer: string }>();

  const found = new Map<string, Atom | undefined>();

  const find = (uri: string): Atom | undefined => {
    if (!found.has(uri)) found.set(uri, search(uri));
    return found.get(uri);
  };

  const search = (uri: string): Atom | undefined => {
    const [address, fragment] = splitUri(uri);
    const exact = named.get(fragment === "" ? address : `${address}#${fragment}`);
    if (exact) return walk(exact.top, exact.pointer);
    const resource = named.get(address);
    return resource && fragment.startsWith("/") ? walk(resource.top, resource.pointer + fragment) : undefined;
  };

  for (const [path, root] of roots) {
    const document: SchemaDocument = { uri: uriOf(path), root, dialect: dialectOf(root), find };
    // A document need not be a schema itself: what stands in it is found below a root that says nothing.
    const top: Atom = {
      schema: typeof root === "boolean" || isObject(root) ? root : {},
      pointer: prefixOf(path),
      document,
      resource: { uri: ownUri(document.uri, root), pointer: "", targets: new Map() },
    };
    tops.set(path, top);
    named.set(document.uri, { top, pointer: "" });
    for (const [uri, pointer] of namesIn(root, document.uri)) if (!named.has(uri)) named.set(uri, { top, pointer });
  }

  return {
    at(path, pointer) {
      const top = tops.get(path);
      return top && walk(top, pointer);
    },
  };
};

/** What the document at a path is called in references that are resolved. */
export const uriOf = (path: string): string => resolved("schema:/", path) ?? `schema:/${encodeURIComponent(path)}`;

const ownUri = (uri: string, root: Json): string => {
  const id = isObject(root) ? idOf(root) : undefined;
  return (id === undefined || id.startsWith("#") ? undefined : resolved(uri, id)?.replace(/#$/, "")) ?? uri;
};

const splitUri = (uri: string): [string, string] => {
  const hash = uri.indexOf("#");
  if (hash < 0) return [uri, ""];
  const fragment = uri.slice(hash + 1);
  try {
    return [uri.slice(0, hash), decodeURIComponent(fragment)];
  } catch {
    return [uri.slice(0, hash), fragment];
  }
};

/** Step by step, so that every resource on the way is entered. */
const walk = (top: Atom, pointer: string): Atom | undefined => {
  let at: Atom | undefined = top;
  let skipped: string[] = [];
  for (const token of tokensOf(pointer)) {
    skipped.push(token);
    const next: Atom | undefined = at && childOf(at, ...skipped);
    if (next === undefined) continue;
    at = next;
    skipped = [];
  }
  return skipped.length === 0 ? at : undefined;
};

/** All identifiers and anchors of a document, as URIs, and where they stand. */
const namesIn = function* (root: Json, uri: string): Generator<[string, string]> {
  if (!mayHaveNames(root)) return;
  const open: { readonly json: Json; readonly base: string; readonly pointer: string }[] = [{ json: root, base: uri, pointer: "" }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { json, pointer } = next;
    if (isList(json))
      for (const [index, item] of json.entries()) open.push({ json: item, base: next.base, pointer: pointerTo(pointer, index) });
    if (!isObject(json)) continue;
    const base = baseIn(json, next.base);
    if (base !== next.base) yield [base, pointer];
    for (const anchor of anchorsOf(json)) yield [`${base}#${anchor}`, pointer];
    for (const name of Object.keys(json)) {
      const value = json[name];
      if (typeof value !== "object" || value === null || data.has(name)) continue;
      open.push({ json: value, base, pointer: pointerTo(pointer, name) });
    }
  }
};

/** To find out is much less work than to keep track of every place, and most documents have none. */
const mayHaveNames = (json: Json): boolean => {
  if (isList(json)) return json.some(mayHaveNames);
  if (!isObject(json)) return false;
  for (const name in json) {
    const value = json[name];
    if (typeof value === "string" ? naming.has(name) : typeof value === "object" && !data.has(name) && mayHaveNames(value ?? null))
      return true;
  }
  return false;
};

const naming: ReadonlySet<string> = new Set(["$id", "id", "$anchor", "$dynamicAnchor"]);

/** What stands below these is data and no schema. */
const data: ReadonlySet<string> = new Set(["enum", "const", "default", "example", "examples"]);

const baseIn = (schema: JsonObject, base: string): string => {
  const id = idOf(schema);
  return id === undefined || id.startsWith("#") ? base : (resolved(base, id)?.replace(/#$/, "") ?? base);
};

const anchorsOf = (schema: JsonObject): string[] => {
  const names = [textOf(member(schema, "$anchor")), textOf(member(schema, "$dynamicAnchor"))];
  const id = idOf(schema);
  if (id?.startsWith("#") && id.length > 1) names.push(id.slice(1));
  return names.filter((name) => name !== undefined);
};
