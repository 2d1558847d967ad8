import type { EnumNode, FieldNode, MessageNode, OneofNode, OptionNode, RangeNode, ScopeNode } from "./nodes.ts";
import { enumDeclaration } from "./parse-enum.ts";
import { type FieldPlace, fieldDeclaration } from "./parse-field.ts";
import { bracketedOptions, optionStatement } from "./parse-options.ts";
import { addRanges, fieldNumbers, messageSetNumbers, type OpenReserved, reservedStatement } from "./parse-ranges.ts";
import type { TokenReader } from "./token-reader.ts";

/** A scope that is being filled. */
export interface OpenScope extends ScopeNode {
  readonly messages: MessageNode[];
  readonly enums: EnumNode[];
  readonly extensions: FieldNode[];
}

export const openScope = (): OpenScope => ({ messages: [], enums: [], extensions: [] });

/** A message, an enum or an `extend`, put into its scope; false if none begins here. */
export const declaration = (reader: TokenReader, scope: OpenScope): boolean => {
  if (startsVisibility(reader)) reader.next();
  if (reader.skip("message")) scope.messages.push(reader.nested(() => messageBody(reader, reader.name())));
  else if (reader.skip("enum")) scope.enums.push(enumDeclaration(reader));
  else if (reader.skip("extend")) extendBlock(reader, scope);
  else return false;
  return true;
};

/** Edition 2024: `export message M`. Anywhere else `export` may be a type. */
const startsVisibility = (reader: TokenReader): boolean =>
  (reader.sees("export") || reader.sees("local")) &&
  (reader.sees("message", 1) || reader.sees("enum", 1)) &&
  reader.peek(2).kind === "name";

interface OpenMessage extends MessageNode {
  readonly options: OptionNode[];
  readonly fields: FieldNode[];
  readonly oneofs: OneofNode[];
  readonly reserved: OpenReserved;
  readonly extensionRanges: RangeNode[];
  readonly scope: OpenScope;
}

const messageBody = (reader: TokenReader, name: string): MessageNode => {
  const scope = openScope();
  const message: OpenMessage = {
    name,
    options: [],
    fields: [],
    oneofs: [],
    reserved: { ranges: [], names: [] },
    extensionRanges: [],
    scope,
  };
  const place: FieldPlace = { oneof: null, extendee: null, numbers: fieldNumbers, addGroup: groupAdder(reader, scope) };
  const taken = new Set<number>();
  reader.expect("{");
  while (!reader.skip("}")) {
    if (reader.skip(";") || declaration(reader, scope) || statement(reader, message)) continue;
    if (reader.skip("oneof")) oneofBlock(reader, message, place, taken);
    else addField(reader, message, place, taken);
  }
  return message;
};

const groupAdder = (reader: TokenReader, scope: OpenScope) => (name: string) => {
  scope.messages.push(reader.nested(() => messageBody(reader, name)));
};

const statement = (reader: TokenReader, message: OpenMessage): boolean => {
  if (reader.skip("option")) message.options.push(optionStatement(reader));
  else if (reader.skip("reserved")) reservedStatement(reader, message.reserved, fieldNumbers);
  else if (reader.skip("extensions")) {
    addRanges(reader, message.extensionRanges, messageSetNumbers);
    bracketedOptions(reader);
    reader.expect(";");
  } else return false;
  return true;
};

const oneofBlock = (reader: TokenReader, message: OpenMessage, place: FieldPlace, taken: Set<number>): void => {
  const options: OptionNode[] = [];
  const oneof: OneofNode = { name: reader.name(), options };
  message.oneofs.push(oneof);
  reader.expect("{");
  while (!reader.skip("}")) {
    if (reader.skip(";")) continue;
    if (reader.skip("option")) options.push(optionStatement(reader));
    else addField(reader, message, { ...place, oneof }, taken);
  }
};

const addField = (reader: TokenReader, message: OpenMessage, place: FieldPlace, taken: Set<number>): void => {
  const token = reader.peek();
  const field = fieldDeclaration(reader, place);
  if (taken.has(field.number)) throw reader.fault(`field number ${field.number} is used twice`, token);
  taken.add(field.number);
  message.fields.push(field);
};

const extendBlock = (reader: TokenReader, scope: OpenScope): void => {
  const extendee = reader.fullName();
  const place: FieldPlace = { oneof: null, extendee, numbers: messageSetNumbers, addGroup: groupAdder(reader, scope) };
  reader.expect("{");
  while (!reader.skip("}")) {
    if (!reader.skip(";")) scope.extensions.push(fieldDeclaration(reader, place));
  }
};
