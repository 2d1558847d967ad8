import type { FileNode, ImportNode, OptionNode, ServiceNode } from "./nodes.ts";
import { ParseFault } from "./parse-fault.ts";
import { declaration, openScope } from "./parse-message.ts";
import { optionStatement } from "./parse-options.ts";
import { serviceDeclaration } from "./parse-service.ts";
import { textOfBytes } from "./string-literal.ts";
import { TokenReader } from "./token-reader.ts";

export type ParsedFile =
  | { readonly kind: "parsed"; readonly file: FileNode }
  /** Line and column count from 1. */
  | { readonly kind: "unreadable"; readonly line: number; readonly column: number; readonly reason: string }
  | { readonly kind: "not_assessed"; readonly reason: string };

/** Reads a `.proto` file: proto2, proto3 and editions. (protobuf.dev: language specifications of proto2, proto3, editions 2023 and 2024) */
export const parseProtobuf = (text: string): ParsedFile => {
  try {
    return { kind: "parsed", file: fileOf(new TokenReader(text)) };
  } catch (error) {
    if (!(error instanceof ParseFault)) throw error;
    if (error.kind === "bound") return { kind: "not_assessed", reason: error.message };
    const before = text.slice(0, error.offset);
    const lineStart = before.lastIndexOf("\n") + 1;
    return { kind: "unreadable", line: before.split("\n").length, column: error.offset - lineStart + 1, reason: error.message };
  }
};

const fileOf = (reader: TokenReader): FileNode => {
  const syntax = syntaxOf(reader);
  const imports: ImportNode[] = [];
  const options: OptionNode[] = [];
  const services: ServiceNode[] = [];
  const scope = openScope();
  let packageName: string | null = null;
  while (reader.peek().kind !== "end") {
    if (reader.skip(";") || declaration(reader, scope)) continue;
    if (reader.skip("import")) imports.push(importStatement(reader));
    else if (reader.skip("option")) options.push(optionStatement(reader));
    else if (reader.skip("service")) services.push(serviceDeclaration(reader));
    else if (packageName === null && reader.skip("package")) packageName = packageStatement(reader);
    else throw reader.fault("expected a declaration");
  }
  return { syntax, package: packageName ?? "", imports, options, scope, services };
};

const syntaxOf = (reader: TokenReader): FileNode["syntax"] => {
  while (reader.skip(";"));
  if (!reader.sees("syntax") && !reader.sees("edition")) return "proto2";
  const keyword = reader.next().text;
  reader.expect("=");
  const token = reader.peek();
  const value = reader.bytes();
  reader.expect(";");
  if (keyword === "edition") {
    if (!editions.has(value)) throw new ParseFault(`edition ${textOfBytes(value)} is not known`, token.offset, "bound");
    return { edition: value };
  }
  if (value !== "proto2" && value !== "proto3") throw reader.fault("expected proto2 or proto3", token);
  return value;
};

/** Of a later edition nobody knows here what its files mean when they say nothing. */
const editions: ReadonlySet<string> = new Set(["2023", "2024", "2026"]);

const importStatement = (reader: TokenReader): ImportNode => {
  const isPublic = reader.skip("public");
  if (!isPublic && !reader.skip("weak")) reader.skip("option");
  const path = textOfBytes(reader.bytes());
  reader.expect(";");
  return { path, public: isPublic };
};

const packageStatement = (reader: TokenReader): string => {
  const name = reader.fullName();
  reader.expect(";");
  return name;
};
