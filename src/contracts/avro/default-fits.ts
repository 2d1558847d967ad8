import type { Json } from "../../base/canonical-json.ts";
import { isList, isObject, member } from "../documents/json.ts";
import type { AvroType } from "./avro-type.ts";

/** Whether a default is a value of a type, in the JSON that Avro uses for defaults. Of a union it may be one of any branch (since 1.12). */
export const defaultFits = (type: AvroType, json: Json): boolean => {
  switch (type.kind) {
    case "null":
      return json === null;
    case "boolean":
      return typeof json === "boolean";
    case "int":
      return Number.isInteger(json) && Math.abs(Number(json)) <= 2 ** 31;
    case "long":
      return Number.isInteger(json);
    case "float":
    case "double":
      return typeof json === "number" || json === "NaN" || json === "Infinity" || json === "-Infinity";
    case "bytes":
    case "string":
    case "fixed":
      return typeof json === "string";
    case "enum":
      return typeof json === "string" && type.symbols.includes(json);
    case "array":
      return isList(json) && json.every((item) => defaultFits(type.items, item));
    case "map":
      return isObject(json) && Object.values(json).every((value) => defaultFits(type.values, value));
    case "record":
      return isObject(json) && type.fields.every((field) => fieldFits(field.type, member(json, field.name) ?? field.byDefault));
    case "union":
      return type.branches.some((branch) => defaultFits(branch, json));
    case "unknown":
      return true;
  }
};

const fieldFits = (type: AvroType, json: Json | undefined): boolean => json !== undefined && defaultFits(type, json);
