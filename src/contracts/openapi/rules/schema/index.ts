import type { SchemaRule } from "../../../schema/goal.ts";
import { schemaRules } from "../../../schema/rules/index.ts";
import type { SchemaUseRule } from "../../rule.ts";
import { alternative } from "../../../apis/schema-rules/alternative.ts";
import { maximum, minimum } from "./bounds.ts";
import { content } from "./content.ts";
import { contentSchema } from "./content-schema.ts";
import { dependentSchema } from "./dependent-schema.ts";
import { deprecated } from "../../../apis/schema-rules/deprecated.ts";
import { discriminator } from "../../../apis/schema-rules/discriminator.ts";
import { discriminatorMapping } from "./discriminator-mapping.ts";
import { extensibleEnum } from "./extensible-enum.ts";
import { format } from "./format.ts";
import { misplaced } from "./misplaced.ts";
import { overlap } from "../../../apis/schema-rules/overlap.ts";
import { pattern } from "./pattern.ts";
import { propertyAdded } from "../../../apis/schema-rules/property-added.ts";
import { propertyHidden } from "./property-hidden.ts";
import { propertyRemoved } from "../../../apis/schema-rules/property-removed.ts";
import { required } from "./required.ts";
import { stability } from "./stability.ts";
import { sunset } from "./sunset.ts";

/** Those of schemas in general that consumers of an API see otherwise. */
const own: ReadonlyMap<string, SchemaRule> = new Map(
  [minimum, maximum, pattern, format, content, required, alternative, overlap].map((rule) => [rule.id, rule]),
);

/** Those that a JSON Schema alone has no use for. */
const further: readonly SchemaRule[] = [
  contentSchema,
  dependentSchema,
  misplaced,
  extensibleEnum,
  discriminator,
  discriminatorMapping,
  propertyHidden,
  propertyRemoved,
  propertyAdded,
  deprecated,
  stability,
  sunset,
];

/** What an open object does not mention is taken to be absent. */
const silent: ReadonlySet<string> = new Set(["property-limited"]);

/** What can change in a schema. */
export const schemaUseRules: readonly SchemaUseRule[] = [
  ...schemaRules.filter(({ id }) => !silent.has(id)).map((rule) => own.get(rule.id) ?? rule),
  ...further,
].map((schema) => ({ id: `openapi/schema-${schema.id}`, schema }));
