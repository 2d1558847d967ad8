import type { FieldNode, OneofNode } from "./nodes.ts";
import { bracketedOptions } from "./parse-options.ts";
import type { NumberSpace } from "./parse-ranges.ts";
import type { TokenReader } from "./token-reader.ts";

/** Where a field stands. */
export interface FieldPlace {
  readonly oneof: OneofNode | null;
  readonly extendee: string | null;
  readonly numbers: NumberSpace;
  /** Reads the body of a group, and declares its message beside the field. */
  readonly addGroup: (name: string) => void;
}

/** `optional string name = 1 [deprecated = true];`, a map or a group. */
export const fieldDeclaration = (reader: TokenReader, place: FieldPlace): FieldNode => {
  const label = labelOf(reader);
  if (label === null && reader.sees("map") && reader.sees("<", 1)) return mapField(reader, place);
  if (reader.sees("group") && reader.peek(1).kind === "name" && reader.sees("=", 2)) return groupField(reader, place, label);
  const type = reader.fullName();
  const common = { ...numbered(reader, place), label, type, form: "plain" as const, oneof: place.oneof, extendee: place.extendee };
  reader.expect(";");
  return common;
};

const labelOf = (reader: TokenReader): FieldNode["label"] => {
  if (reader.skip("optional")) return "optional";
  if (reader.skip("required")) return "required";
  return reader.skip("repeated") ? "repeated" : null;
};

const numbered = (reader: TokenReader, { numbers }: FieldPlace) => {
  const name = reader.name();
  reader.expect("=");
  const number = reader.integerWithin(numbers.least, numbers.most);
  return { name, number, options: bracketedOptions(reader) };
};

const mapField = (reader: TokenReader, place: FieldPlace): FieldNode => {
  reader.expect("map");
  reader.expect("<");
  const mapKey = reader.fullName();
  reader.expect(",");
  const type = reader.fullName();
  reader.expect(">");
  const field = { ...numbered(reader, place), label: null, type, form: { mapKey }, oneof: place.oneof, extendee: place.extendee };
  reader.expect(";");
  return field;
};

/** The message is called as it is written, the field the same in lower case. */
const groupField = (reader: TokenReader, place: FieldPlace, label: FieldNode["label"]): FieldNode => {
  reader.expect("group");
  const { name: type, number, options } = numbered(reader, place);
  place.addGroup(type);
  const { oneof, extendee } = place;
  return { name: type.toLowerCase(), number, options, label, type, form: "group", oneof, extendee };
};
