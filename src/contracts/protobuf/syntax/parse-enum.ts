import type { EnumNode, OptionNode } from "./nodes.ts";
import { bracketedOptions, optionStatement } from "./parse-options.ts";
import { enumNumbers, type OpenReserved, reservedStatement } from "./parse-ranges.ts";
import type { TokenReader } from "./token-reader.ts";

/** After `enum`. */
export const enumDeclaration = (reader: TokenReader): EnumNode => {
  const name = reader.name();
  const options: OptionNode[] = [];
  const values = new Map<string, number>();
  const reserved: OpenReserved = { ranges: [], names: [] };
  reader.expect("{");
  while (!reader.skip("}")) {
    if (reader.skip(";")) continue;
    if (startsValue(reader)) enumValue(reader, values);
    else if (reader.skip("option")) options.push(optionStatement(reader));
    else if (reader.skip("reserved")) reservedStatement(reader, reserved, enumNumbers);
    else throw reader.fault("expected a value of the enum");
  }
  return { name, options, values: Array.from(values, ([value, number]) => ({ name: value, number })), reserved };
};

/** `option = 1` is a value as well. */
const startsValue = (reader: TokenReader): boolean => reader.peek().kind === "name" && reader.sees("=", 1);

const enumValue = (reader: TokenReader, values: Map<string, number>): void => {
  const token = reader.peek();
  const name = reader.name();
  if (values.has(name)) throw reader.fault("this value is declared twice", token);
  reader.expect("=");
  values.set(name, reader.integerWithin(enumNumbers.least, enumNumbers.most));
  bracketedOptions(reader);
  reader.expect(";");
};
