import { buildSchema, findBreakingChanges, type GraphQLSchema } from "graphql";
import { type Compare } from "../tool.ts";

/** What graphql itself finds. */
export const compare: Compare = ({ before, after }) => {
  const found = findBreakingChanges(schemaOf(before), schemaOf(after));
  return { kind: "answered", breaking: found.length > 0, said: found.map(({ type, description }) => `${type} ${description}`) };
};

/** Fragments of schemas, and directives that only some server knows, are no reason to refuse. */
export const schemaOf = (texts: ReadonlyMap<string, string>): GraphQLSchema =>
  buildSchema([...texts.values()].join("\n"), { assumeValid: true, assumeValidSDL: true });
