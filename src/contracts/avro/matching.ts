import { type AvroField, type AvroType, isNamed, type NamedType, type RecordType, type UnionType } from "./avro-type.ts";

/** Whether data of one type is read as another, by the rules of schema resolution. What is inside a record is looked at later. */
export const matches = (writer: AvroType, reader: AvroType): boolean => {
  if (writer.kind === "union") return writer.branches.every((branch) => matches(branch, reader));
  if (reader.kind === "union") return branchFor(writer, reader) !== undefined;
  if (isNamed(writer) && isNamed(reader)) {
    if (writer.kind === "fixed" && reader.kind === "fixed") return namesMatch(writer, reader) && writer.size === reader.size;
    return namesMatch(writer, reader) && kindsMatch(writer, reader);
  }
  if (writer.kind === "array" && reader.kind === "array") return matches(writer.items, reader.items);
  if (writer.kind === "map" && reader.kind === "map") return matches(writer.values, reader.values);
  return kindsMatch(writer, reader);
};

/** Whether the kinds alone would do: the same, or one that is promoted to the other. */
export const kindsMatch = (writer: AvroType, reader: AvroType): boolean =>
  writer.kind === reader.kind || (promotions[writer.kind]?.includes(reader.kind) ?? false);

const promotions: Readonly<Partial<Record<AvroType["kind"], readonly AvroType["kind"][]>>> = {
  int: ["long", "float", "double"],
  long: ["float", "double"],
  float: ["double"],
  string: ["bytes"],
  bytes: ["string"],
  // What a name stands for is not known, so it is not known to be wrong.
  unknown: ["record", "enum", "fixed"],
  record: ["unknown"],
  enum: ["unknown"],
  fixed: ["unknown"],
};

/** By the last part of the name, as the specification has it, or by what the reader was called before. */
export const namesMatch = (writer: NamedType, reader: NamedType): boolean => {
  const written = lastPart(writer.name);
  return written === lastPart(reader.name) || reader.aliases.some((alias) => lastPart(alias) === written);
};

/** The branch of a reader's union that takes what was written: the very type before any that it is promoted to. */
export const branchFor = (writer: AvroType, { branches }: UnionType): AvroType | undefined => {
  const fitting = branches.filter((branch) => matches(writer, branch));
  return (
    fitting.find((branch) => isNamed(writer) && isNamed(branch) && branch.name === writer.name) ??
    fitting.find(({ kind }) => kind === writer.kind) ??
    fitting[0]
  );
};

/** The branch that is meant but does not match: of the same kind and, if it has one, name. */
export const branchMeant = (writer: AvroType, { branches }: UnionType): AvroType | undefined =>
  branches.find((branch) => branch.kind === writer.kind && (!isNamed(writer) || (isNamed(branch) && namesMatch(writer, branch))));

/** The field of the written record that a reader's field takes its values from: of its name, or of one that it had before. */
export const writtenField = (writer: RecordType, { name, aliases }: AvroField): AvroField | undefined =>
  writer.fields.find((field) => field.name === name) ?? writer.fields.find((field) => aliases.includes(field.name));

const lastPart = (name: string): string => name.slice(name.lastIndexOf(".") + 1);
