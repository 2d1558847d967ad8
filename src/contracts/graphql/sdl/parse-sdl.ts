import { GraphQLError } from "graphql/error/index.js";
import {
  type DefinitionNode,
  isTypeSystemDefinitionNode,
  isTypeSystemExtensionNode,
  Lexer,
  parse,
  Source,
  TokenKind,
} from "graphql/language/index.js";

/** The documents of one schema: a text, or texts by their path. */
export type SdlTexts = string | ReadonlyMap<string, string>;

/** `at` is "line:column", with the path before it where there are paths; `place` is the same in words. */
export type ParsedSdl =
  | { readonly kind: "parsed"; readonly definitions: readonly DefinitionNode[] }
  | { readonly kind: "unreadable"; readonly at: string; readonly place: string; readonly reason: string }
  | { readonly kind: "not_assessed"; readonly reason: string };

/** UTF-16 code units of all documents together. */
const maxLength = 8_000_000;

/** Far beyond what anybody writes, and far from where the parser runs out of stack. */
const maxDepth = 200;

/** Reads the documents of one schema; the order in which they are given does not matter. */
export const parseSdl = (texts: SdlTexts): ParsedSdl => {
  const sources = typeof texts === "string" ? [["", texts] as const] : [...texts].sort(([a], [b]) => (a < b ? -1 : 1));
  const length = sources.reduce((sum, [, text]) => sum + text.length, 0);
  if (length > maxLength)
    return { kind: "not_assessed", reason: `the schema is ${length} characters long; at most ${maxLength} are compared` };
  const definitions: DefinitionNode[] = [];
  for (const [path, text] of sources) {
    try {
      const { tokens, depth } = measured(text);
      if (depth > maxDepth) return { kind: "not_assessed", reason: `${path || "the schema"} is nested more than ${maxDepth} levels deep` };
      if (tokens > 0) for (const node of schemaDefinitions(text)) definitions.push(node);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      const { line, column } = error.locations?.[0] ?? { line: 1, column: 1 };
      const [at, place] = [`${line}:${column}`, `line ${line}, column ${column}`];
      const reason = error.message.replace(/^Syntax Error: /, "");
      return { kind: "unreadable", at: path ? `${path}:${at}` : at, place: path ? `${path}, ${place}` : place, reason };
    }
  }
  return { kind: "parsed", definitions };
};

/** Before the parser, which recurses, gets to see it. A text of comments alone is an empty schema; the parser would refuse it. */
const measured = (text: string): { tokens: number; depth: number } => {
  const lexer = new Lexer(new Source(text));
  let [tokens, open, depth] = [0, 0, 0];
  for (let { kind } = lexer.advance(); kind !== TokenKind.EOF; { kind } = lexer.advance()) {
    tokens++;
    if (kind === TokenKind.BRACE_L || kind === TokenKind.BRACKET_L || kind === TokenKind.PAREN_L) depth = Math.max(depth, ++open);
    else if (kind === TokenKind.BRACE_R || kind === TokenKind.BRACKET_R || kind === TokenKind.PAREN_R) open--;
  }
  return { tokens, depth };
};

const schemaDefinitions = (text: string): readonly DefinitionNode[] => {
  const { definitions } = parse(text, { noLocation: true });
  if (definitions.some((node) => isTypeSystemDefinitionNode(node) || isTypeSystemExtensionNode(node))) return definitions;
  throw new GraphQLError("There are operations here, and no schema.", { nodes: parse(text).definitions });
};
