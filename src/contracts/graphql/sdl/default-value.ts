import { type ConstValueNode, Kind, type TypeNode } from "graphql/language/index.js";
import type { Sdl, SdlInput } from "./sdl.ts";
import { typeText } from "./type-reference.ts";

/** Whether whoever leaves it out is refused. */
export const isRequired = ({ type, defaultValue }: SdlInput): boolean => type.kind === Kind.NON_NULL_TYPE && defaultValue === undefined;

/** The default of an input in the one way of writing it; undefined where there is none. */
export const defaultText = (input: SdlInput, sdl: Sdl): string | undefined =>
  input.defaultValue && valueText(input.defaultValue, input.type, sdl);

/**
 * A value as its type takes it, so that two ways of writing one value are one text: members by name, one value for a list, `1` and `1.0` for
 * a Float, `1` and `"1"` for an ID. Without a type (a custom scalar, an unknown argument) the value is taken as it is written.
 */
export const valueText = (value: ConstValueNode, type: TypeNode | undefined, sdl: Sdl): string => {
  if (type?.kind === Kind.NON_NULL_TYPE) return valueText(value, type.type, sdl);
  if (value.kind === Kind.NULL) return "null";
  if (type?.kind === Kind.LIST_TYPE && value.kind !== Kind.LIST) return `[${valueText(value, type.type, sdl)}]`;
  switch (value.kind) {
    case Kind.LIST: {
      const item = type?.kind === Kind.LIST_TYPE ? type.type : undefined;
      return `[${value.values.map((one) => valueText(one, item, sdl)).join(", ")}]`;
    }
    case Kind.OBJECT: {
      const fields = type && sdl.types.get(typeText(type))?.inputFields;
      const members = value.fields.map(
        (field) => `${field.name.value}: ${valueText(field.value, fields?.get(field.name.value)?.type, sdl)}`,
      );
      return `{${members.sort().join(", ")}}`;
    }
    case Kind.STRING:
      return JSON.stringify(value.value);
    case Kind.INT:
    case Kind.FLOAT:
      return numberText(value.value, type && typeText(type));
    case Kind.BOOLEAN:
      return String(value.value);
    case Kind.ENUM:
      return value.value;
  }
};

const numberText = (digits: string, type: string | undefined): string => {
  if (type === "ID") return JSON.stringify(digits);
  return type === "Float" ? String(Number(digits)) : digits;
};
