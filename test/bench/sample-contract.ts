/**
 * An OpenAPI contract of about so many bytes, and a revision of it with a change of each usual kind: the same on every machine. Schemas
 * refer to each other in circles, as in real contracts, so that a change is within reach of nearly everything.
 */
export const sampleContract = (bytes: number): { readonly before: unknown; readonly after: unknown } => {
  const count = Math.max(4, Math.round(bytes / bytesPerSchema));
  const before = contractOf(count);
  const after = contractOf(count);
  const change = (at: number, alter: (schema: Schema) => Schema) => {
    after.components.schemas[nameOf(at)] = alter(schemaAt(at, count));
  };
  change(1, (schema) => ({ ...schema, required: ["id", "state"] }));
  change(Math.floor(count / 3), (schema) => ({ ...schema, properties: { ...schema.properties, added: { type: "string" } } }));
  change(Math.floor(count / 2), (schema) => ({ ...schema, properties: { ...schema.properties, text: { type: "string", maxLength: 10 } } }));
  change(count - 1, (schema) => ({ ...schema, description: "In other words." }));
  delete after.paths["/things/0"];
  return { before, after };
};

const bytesPerSchema = 995;

interface Schema {
  readonly type: "object";
  readonly description: string;
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
}

interface Contract {
  readonly openapi: string;
  readonly info: unknown;
  readonly paths: Record<string, unknown>;
  readonly components: { readonly schemas: Record<string, Schema> };
}

const contractOf = (count: number): Contract => ({
  openapi: "3.0.3",
  info: { title: "Things", version: "1" },
  paths: Object.fromEntries(Array.from({ length: Math.ceil(count / 2) }, (_, at) => [`/things/${at}`, pathAt(at)])),
  components: { schemas: Object.fromEntries(Array.from({ length: count }, (_, at) => [nameOf(at), schemaAt(at, count)])) },
});

const nameOf = (at: number): string => `Thing${at}`;

const referenceTo = (at: number): unknown => ({ $ref: `#/components/schemas/${nameOf(at)}` });

const pathAt = (at: number): unknown => ({
  get: {
    operationId: `read${at}`,
    parameters: [{ name: "limit", in: "query", schema: { type: "integer", maximum: 100 } }],
    responses: { 200: { description: "The thing.", content: { "application/json": { schema: referenceTo(2 * at) } } } },
  },
  post: {
    operationId: `write${at}`,
    requestBody: { required: true, content: { "application/json": { schema: referenceTo(at) } } },
    responses: { 200: { description: "The thing.", content: { "application/json": { schema: referenceTo(at) } } } },
  },
});

const schemaAt = (at: number, count: number): Schema => ({
  type: "object",
  description: `Thing number ${at}, which is described in a sentence of the usual length, and in another one.`,
  required: ["id"],
  properties: {
    id: { type: "string", format: "uuid" },
    text: { type: "string", maxLength: 100, description: "Words about the thing." },
    state: { type: "string", enum: ["new", "open", "closed", "gone"] },
    size: { type: "integer", minimum: 0, description: "How large the thing is." },
    parent: referenceTo((at * 7 + 3) % count),
    owner: { anyOf: [{ type: "string" }, referenceTo((at * 11 + 5) % count)] },
    parts: { type: "array", items: referenceTo((at * 13 + 1) % count), maxItems: 50 },
    labels: { type: "object", additionalProperties: { type: "string" } },
  },
});
