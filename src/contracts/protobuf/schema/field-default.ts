import type { FieldNode } from "../syntax/nodes.ts";
import { findOption } from "./options.ts";
import type { Cardinality, Enum, Field, FieldType } from "./schema.ts";

/** What a reader takes who finds no value: what is written, else what the type begins with. */
export const defaultValueOf = (
  node: FieldNode,
  type: FieldType,
  cardinality: Cardinality,
  declared: Enum | undefined,
): Field["defaultValue"] => {
  if (cardinality === "repeated" || cardinality === "map") return null;
  const written = findOption(node.options, ["default"]);
  switch (type.kind) {
    case "message":
    case "group":
    case "unknown":
      return null;
    case "enum":
      return written?.kind === "name" ? (numberNamed(declared, written.name) ?? written.name) : firstNumber(declared);
    case "string":
    case "bytes":
      return written?.kind === "string" ? written.bytes : "";
    case "float":
    case "double": {
      const value = written ? floatOf(written) : 0;
      return type.kind === "float" ? Math.fround(value) : value;
    }
    default:
      if (written?.kind === "integer") return written.value;
      return written?.kind === "name" && written.name === "true" ? 1n : 0n;
  }
};

const numberNamed = (declared: Enum | undefined, name: string): bigint | undefined => {
  const number = declared?.numbers.get(name);
  return number === undefined ? undefined : BigInt(number);
};

const firstNumber = (declared: Enum | undefined): bigint => {
  for (const number of declared?.values.keys() ?? []) return BigInt(number);
  return 0n;
};

const floatOf = (written: NonNullable<ReturnType<typeof findOption>>): number => {
  if (written.kind === "float") return written.value;
  if (written.kind === "integer") return Number(written.value);
  return written.kind === "name" && written.name === "inf" ? Infinity : NaN;
};
