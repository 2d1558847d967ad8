import type { OptionNode, OptionValue } from "./nodes.ts";
import type { TokenReader } from "./token-reader.ts";

/** After `option`: a name, a value and the semicolon. */
export const optionStatement = (reader: TokenReader): OptionNode => {
  const option = assignment(reader);
  reader.expect(";");
  return option;
};

/** `[a = 1, b = 2]`, or nothing at all. */
export const bracketedOptions = (reader: TokenReader): OptionNode[] => {
  const options: OptionNode[] = [];
  if (!reader.skip("[")) return options;
  do options.push(assignment(reader));
  while (reader.skip(","));
  reader.expect("]");
  return options;
};

const assignment = (reader: TokenReader): OptionNode => {
  const name = [namePart(reader)];
  while (reader.skip(".")) name.push(namePart(reader));
  reader.expect("=");
  return { name, value: valueOf(reader) };
};

const namePart = (reader: TokenReader): string => {
  if (!reader.skip("(")) return reader.name();
  const name = extensionName(reader.fullName());
  reader.expect(")");
  return name;
};

/** One spelling of `(.pb.cpp)`, `(pb.cpp)` and, in a message, `[pb.cpp]`. */
const extensionName = (name: string): string => `(${name.replace(/^\./, "")})`;

const valueOf = (reader: TokenReader): OptionValue => {
  if (reader.skip("{")) return reader.nested(() => messageValue(reader, "}"));
  if (reader.skip("<")) return reader.nested(() => messageValue(reader, ">"));
  if (reader.skip("[")) return reader.nested(() => listValue(reader));
  return scalarValue(reader);
};

/** Text format: separators and the colon before a message may be missing. */
const messageValue = (reader: TokenReader, end: string): OptionValue => {
  const fields: OptionNode[] = [];
  while (!reader.skip(end)) {
    const name = fieldName(reader);
    if (!reader.skip(":") && !reader.sees("{") && !reader.sees("<")) throw reader.fault('expected ":"');
    fields.push({ name: [name], value: valueOf(reader) });
    if (!reader.skip(",")) reader.skip(";");
  }
  return { kind: "message", fields };
};

const fieldName = (reader: TokenReader): string => {
  if (!reader.skip("[")) return reader.name();
  let name = reader.fullName();
  while (reader.skip("/")) name += `/${reader.fullName()}`;
  reader.expect("]");
  return extensionName(name);
};

const listValue = (reader: TokenReader): OptionValue => {
  const values: OptionValue[] = [];
  if (reader.skip("]")) return { kind: "list", values };
  do values.push(valueOf(reader));
  while (reader.skip(","));
  reader.expect("]");
  return { kind: "list", values };
};

const scalarValue = (reader: TokenReader): OptionValue => {
  if (reader.peek().kind === "string") return { kind: "string", bytes: reader.bytes() };
  const negative = reader.skip("-");
  const { kind, text } = reader.peek();
  if (kind === "integer") {
    const value = reader.integer();
    return { kind: "integer", value: negative ? -value : value };
  }
  if (kind === "name" && !negative) return { kind: "name", name: reader.fullName() };
  const value = kind === "float" ? Number.parseFloat(text) : words.get(text.toLowerCase());
  if (value === undefined) throw reader.fault("expected a value");
  reader.next();
  return { kind: "float", value: negative ? -value : value };
};

const words: ReadonlyMap<string, number> = new Map([
  ["inf", Infinity],
  ["infinity", Infinity],
  ["nan", NaN],
]);
