import type { Json, JsonObject } from "../../base/canonical-json.ts";
import { isList, isObject, member, textOf, textsOf } from "../documents/json.ts";
import { pointerTo } from "../documents/pointer.ts";
import { type AvroField, type AvroType, isNamed, type NamedType, type PrimitiveName, type RecordType } from "./avro-type.ts";

/** What is wrong with a schema, and where. */
export class AvroFault extends Error {
  readonly at: string;

  constructor(at: string, message: string) {
    super(message);
    this.at = at;
  }
}

/**
 * Reads a schema (`.avsc`). Names that it does not define are looked up in `files` first, and are unknown types where they stand nowhere.
 * Throws an `AvroFault` where the schema is none.
 */
export const parseSchema = (root: Json, version: "old" | "new", files: readonly Json[] = []): AvroType => {
  const named = new Map<string, NamedType>();
  const elsewhere = new Map(files.flatMap((file) => [...definitionsIn(file)]));

  const typeOf = (json: Json, at: string, namespace: string, place: string): AvroType => {
    if (typeof json === "string")
      return isPrimitive(json) ? { kind: json, at, version, place, logical: undefined } : byName(json, at, namespace, place);
    if (isList(json)) {
      const branches = json.map((branch, index) => typeOf(branch, pointerTo(at, index), namespace, place));
      const unnamed = branches.filter((branch) => !isNamed(branch)).map(({ kind }) => kind);
      if (new Set(unnamed).size < unnamed.length) throw new AvroFault(at, "a union has each type without a name once");
      if (unnamed.includes("union")) throw new AvroFault(at, "a union does not hold another");
      return { kind: "union", branches, at, version, place, logical: undefined };
    }
    if (!isObject(json)) throw new AvroFault(at, "a schema is a name, an object or a list");
    return ofObject(json, at, namespace, place);
  };

  const ofObject = (json: JsonObject, at: string, namespace: string, place: string): AvroType => {
    const type = member(json, "type");
    const logical = logicalOf(json);
    switch (type) {
      case undefined:
        throw new AvroFault(at, "the type is missing");
      case "record":
      case "error":
        return recordOf(json, at, namespace, place);
      case "enum": {
        const symbols = textsOf(member(json, "symbols"));
        if (!isList(member(json, "symbols"))) throw new AvroFault(at, "an enum has symbols");
        return known({
          kind: "enum",
          ...namesOf(json, at, namespace),
          symbols,
          byDefault: textOf(member(json, "default")),
          at,
          version,
          place,
          logical,
        });
      }
      case "fixed": {
        const size = member(json, "size");
        if (typeof size !== "number" || size < 0) throw new AvroFault(at, "a fixed type has a size");
        return known({ kind: "fixed", ...namesOf(json, at, namespace), size, at, version, place, logical });
      }
      case "array":
        return {
          kind: "array",
          items: typeOf(member(json, "items") ?? false, pointerTo(at, "items"), namespace, `${place}[]`),
          at,
          version,
          place,
          logical,
        };
      case "map":
        return {
          kind: "map",
          values: typeOf(member(json, "values") ?? false, pointerTo(at, "values"), namespace, `${place}.*`),
          at,
          version,
          place,
          logical,
        };
      default: {
        const inner = typeOf(type, typeof type === "string" ? at : pointerTo(at, "type"), namespace, place);
        return logical === undefined || inner.kind === "record" ? inner : { ...inner, logical };
      }
    }
  };

  const recordOf = (json: JsonObject, at: string, namespace: string, place: string): RecordType => {
    const names = namesOf(json, at, namespace);
    const fields = member(json, "fields");
    if (!isList(fields)) throw new AvroFault(at, "a record has fields");
    const record: RecordType = { kind: "record", ...names, fields: [], at, version, place, logical: undefined };
    known(record);
    const inside = names.name.includes(".") ? names.name.slice(0, names.name.lastIndexOf(".")) : "";
    for (const [index, field] of fields.entries()) record.fields.push(fieldOf(field, pointerTo(at, "fields", index), inside, record.name));
    return record;
  };

  const fieldOf = (json: Json, at: string, namespace: string, record: string): AvroField => {
    const name = isObject(json) ? textOf(member(json, "name")) : undefined;
    const type = isObject(json) ? member(json, "type") : undefined;
    if (!isObject(json) || name === undefined || type === undefined) throw new AvroFault(at, "a field has a name and a type");
    const given = typeOf(type, pointerTo(at, "type"), namespace, `${record}.${name}`);
    // Beside the type, and not in it, a logical type means nothing to Avro.
    return { name, aliases: textsOf(member(json, "aliases")), type: given, byDefault: member(json, "default"), at };
  };

  const known = <T extends NamedType>(type: T): T => {
    if (named.has(type.name)) throw new AvroFault(type.at, `${type.name} is defined twice`);
    named.set(type.name, type);
    return type;
  };

  const byName = (name: string, at: string, namespace: string, place: string): AvroType => {
    const full = fullName(name, namespace);
    const type = named.get(full) ?? named.get(name);
    if (type) return type;
    const definition = elsewhere.get(full) ?? elsewhere.get(name);
    if (definition) return typeOf(definition.json, at, definition.namespace, place);
    return { kind: "unknown", name: full, aliases: [], at, version, place, logical: undefined };
  };

  return typeOf(root, "", "", "");
};

const primitives: ReadonlySet<string> = new Set(["null", "boolean", "int", "long", "float", "double", "bytes", "string"]);

const isPrimitive = (name: string): name is PrimitiveName => primitives.has(name);

/** A name with a dot is whole; a namespace comes from the type itself, else from what is around it. */
const namesOf = (json: JsonObject, at: string, around: string): { name: string; aliases: readonly string[] } => {
  const own = textOf(member(json, "name"));
  if (own === undefined || own === "") throw new AvroFault(at, "a name is missing");
  const name = fullName(own, textOf(member(json, "namespace")) ?? around);
  const namespace = name.includes(".") ? name.slice(0, name.lastIndexOf(".")) : "";
  return { name, aliases: textsOf(member(json, "aliases")).map((alias) => fullName(alias, namespace)) };
};

const fullName = (name: string, namespace: string): string => (name.includes(".") || namespace === "" ? name : `${namespace}.${name}`);

/** Only those that Avro defines: others have to be ignored. */
const logicalOf = (json: JsonObject): string | undefined => {
  const logical = textOf(member(json, "logicalType"));
  if (logical === "decimal") return `decimal(${String(member(json, "precision"))},${String(member(json, "scale") ?? 0)})`;
  return logical !== undefined && /^(?:uuid|duration|date|(?:time|timestamp|local-timestamp)-(?:millis|micros|nanos))$/.test(logical)
    ? logical
    : undefined;
};

/** All types with a name that a file defines, and the namespace around them. */
const definitionsIn = function* (file: Json): Generator<[string, { readonly json: JsonObject; readonly namespace: string }]> {
  const open: { readonly json: Json; readonly namespace: string }[] = [{ json: file, namespace: "" }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { json, namespace } = next;
    if (isList(json)) for (const item of json) open.push({ json: item, namespace });
    if (!isObject(json)) continue;
    const name = textOf(member(json, "name"));
    const type = member(json, "type");
    const own = textOf(member(json, "namespace")) ?? namespace;
    if (name !== undefined && (type === "record" || type === "enum" || type === "fixed" || type === "error"))
      yield [fullName(name, own), { json, namespace }];
    for (const value of Object.values(json)) if (typeof value === "object" && value !== null) open.push({ json: value, namespace: own });
  }
};
