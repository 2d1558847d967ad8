import type { MethodNode, OptionNode, ServiceNode } from "./nodes.ts";
import { optionStatement } from "./parse-options.ts";
import type { TokenReader } from "./token-reader.ts";

/** After `service`. */
export const serviceDeclaration = (reader: TokenReader): ServiceNode => {
  const name = reader.name();
  const methods = new Map<string, MethodNode>();
  reader.expect("{");
  while (!reader.skip("}")) {
    if (reader.skip(";")) continue;
    if (reader.skip("option")) optionStatement(reader);
    else if (reader.skip("rpc")) addMethod(reader, methods);
    else throw reader.fault('expected "rpc"');
  }
  return { name, methods: [...methods.values()] };
};

const addMethod = (reader: TokenReader, methods: Map<string, MethodNode>): void => {
  const token = reader.peek();
  const name = reader.name();
  if (methods.has(name)) throw reader.fault("this rpc is declared twice", token);
  const request = messageOf(reader);
  reader.expect("returns");
  const response = messageOf(reader);
  methods.set(name, { name, request, response, options: methodOptions(reader) });
};

/** `(Type)` or `(stream Type)`; a type may itself be called `stream`. */
const messageOf = (reader: TokenReader): MethodNode["request"] => {
  reader.expect("(");
  const streams = !reader.sees(")", 1) && reader.skip("stream");
  const type = reader.fullName();
  reader.expect(")");
  return { type, streams };
};

const methodOptions = (reader: TokenReader): OptionNode[] => {
  const options: OptionNode[] = [];
  if (reader.skip(";")) return options;
  reader.expect("{");
  while (!reader.skip("}")) {
    if (reader.skip(";")) continue;
    reader.expect("option");
    options.push(optionStatement(reader));
  }
  return options;
};
