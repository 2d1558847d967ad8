import fs from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";

/** Two versions of a small contract and whether clients of the first break at the second: judged by a person, not by the engine. */
export interface LabelledPair {
  /** "parameters: a query parameter moves to a header". */
  readonly name: string;
  readonly breaks: boolean;
  readonly why: string;
  /** The day of the comparison. */
  readonly today: string | undefined;
  /** Whole documents, as JSON. */
  readonly before: string;
  readonly after: string;
}

/**
 * All of `fixtures/contracts-labelled/openapi`. Each file is a list of `{name, place, before, after, breaks, why}`; `before` and `after` hold
 * only what stands at `place` (see `documents`). Optional: `version` of both documents or `[before, after]`, `schemas` that both have among their
 * components, `today`.
 */
export const openApiPairs = (): LabelledPair[] =>
  fs
    .readdirSync(root)
    .sort()
    .flatMap((file) =>
      entries.parse(parse(fs.readFileSync(path.join(root, file), "utf8"))).map((entry) => pairOf(path.parse(file).name, entry)),
    );

const root = path.resolve(import.meta.dirname, "../../fixtures/contracts-labelled/openapi");

const part = z.unknown();
const version = z.enum(["2.0", "3.0.3", "3.1.0"]);
const entry = z.strictObject({
  name: z.string(),
  place: z.enum(["body", "response", "query", "header", "operation", "paths", "document", "whole", "secured", "webhooks", "event"]),
  version: z.union([version.transform((one) => [one, one] as const), z.tuple([version, version])]).default(["3.1.0", "3.1.0"]),
  schemas: z.record(z.string(), part).optional(),
  today: z.string().optional(),
  before: part,
  after: part,
  breaks: z.boolean(),
  why: z.string().min(10),
});
const entries = z.array(entry);
type Entry = z.infer<typeof entry>;

const pairOf = (
  topic: string,
  { name, place, version: [old, current], schemas, today, before, after, breaks, why }: Entry,
): LabelledPair => {
  const written = (of: string, value: unknown) => {
    const components = schemas ? { components: { schemas } } : {};
    return JSON.stringify(place === "whole" ? value : { ...base(of), ...components, ...documents[place](value) });
  };
  return { name: `${topic}: ${name}`, breaks, why, today, before: written(old, before), after: written(current, after) };
};

const base = (of: string) => ({ ...(of === "2.0" ? { swagger: of } : { openapi: of }), info: { title: "Shop", version: "1" }, paths: {} });

const responses = { 204: { description: "Done" } };

/** The contract around what stands at a place. */
const documents: Readonly<Record<Exclude<Entry["place"], "whole">, (value: unknown) => object>> = {
  body: (schema) => documents.operation({ requestBody: { content: { "application/json": { schema } } } }),
  response: (schema) => documents.operation({ responses: { 200: { description: "Fine", content: { "application/json": { schema } } } } }),
  query: (parameter) => documents.operation({ parameters: [{ name: "x", in: "query", ...membersOf(parameter) }] }),
  header: (parameter) => documents.operation({ parameters: [{ name: "X-Word", in: "header", ...membersOf(parameter) }] }),
  operation: (operation) => ({ paths: { "/a": { post: { responses, ...membersOf(operation) } } } }),
  paths: (paths) => ({ paths }),
  document: (members) => membersOf(members),
  secured: (members) => {
    const { operation = {}, schemes = securitySchemes, ...document } = membersOf(members);
    return { ...documents.operation(operation), ...document, components: { securitySchemes: schemes } };
  },
  webhooks: (webhooks) => ({ webhooks }),
  event: (schema) => ({ webhooks: { sold: { post: { requestBody: { content: { "application/json": { schema } } }, responses } } } }),
};

const membersOf = (value: unknown): Record<string, unknown> => z.record(z.string(), part).parse(value);

/** What requirements of `secured` may name unless they say otherwise. */
const securitySchemes = {
  key: { type: "apiKey", in: "header", name: "X-Key" },
  token: { type: "http", scheme: "bearer" },
  oauth: {
    type: "oauth2",
    flows: { clientCredentials: { tokenUrl: "https://a.example/token", scopes: { read: "Reads", write: "Writes" } } },
  },
};
