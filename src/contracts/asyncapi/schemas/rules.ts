import { alternative } from "../../apis/schema-rules/alternative.ts";
import { deprecated } from "../../apis/schema-rules/deprecated.ts";
import { discriminator } from "../../apis/schema-rules/discriminator.ts";
import { overlap } from "../../apis/schema-rules/overlap.ts";
import { propertyAdded } from "../../apis/schema-rules/property-added.ts";
import { propertyRemoved } from "../../apis/schema-rules/property-removed.ts";
import type { SchemaRule } from "../../schema/goal.ts";
import { schemaRules } from "../../schema/rules/index.ts";
import type { SchemaUseRule } from "../rule.ts";
import { content } from "./content.ts";

/** Those that clients of an API see otherwise than JSON Schema does, as in OpenAPI. */
const own: ReadonlyMap<string, SchemaRule> = new Map([alternative, overlap, content].map((rule) => [rule.id, rule]));

/** Those that a JSON Schema alone has no use for. */
const further: readonly SchemaRule[] = [discriminator, propertyRemoved, propertyAdded, deprecated];

/** What an open object does not mention is taken to be absent. */
const silent: ReadonlySet<string> = new Set(["property-limited"]);

/** What can change in the schema of a payload, of headers or of a parameter. */
export const schemaUseRules: readonly SchemaUseRule[] = [
  ...schemaRules.filter(({ id }) => !silent.has(id)).map((rule) => own.get(rule.id) ?? rule),
  ...further,
].map((schema) => ({ id: `asyncapi/schema-${schema.id}`, schema }));
