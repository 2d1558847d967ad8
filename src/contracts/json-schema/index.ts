import type { ContractChange, ContractDiff } from "../change.ts";
import { inOrderOf } from "../order.ts";
import type { Level } from "../change.ts";
import type { SchemaFinding, SchemaRule } from "../schema/goal.ts";
import { schemaComparison } from "../schema/comparison.ts";
import { schemaRules } from "../schema/rules/index.ts";
import { loadedSchema } from "./loaded-schema.ts";

/** A rule of JSON Schema: one of schemas in general, by its id here, "json-schema/min-length". */
export interface JsonSchemaRule {
  readonly id: string;
  readonly rule: SchemaRule;
}

/** What has to go on working. `read`: the new schema accepts what the old one did. `write`: the old one accepts what the new one does. */
export type JsonSchemaDirection = "read" | "write" | "both";

export interface JsonSchemaOptions {
  /** `read` unless told. Changes that only matter the other way are compatible. */
  readonly direction?: JsonSchemaDirection;
  /** Take a property that one side does not mention to be absent, even if the object is open. Off: what is accepted counts, to the letter. */
  readonly tolerant?: boolean;
  /** Where the two texts stand, and other files that they refer to, by their paths. */
  readonly pathBefore?: string;
  readonly pathAfter?: string;
  readonly filesBefore?: ReadonlyMap<string, string>;
  readonly filesAfter?: ReadonlyMap<string, string>;
}

/** In the order in which they are asked. */
export const jsonSchemaRules: readonly JsonSchemaRule[] = schemaRules.map((rule) => ({ id: `json-schema/${rule.id}`, rule }));

/**
 * What two versions of a JSON Schema (draft 4 to 2020-12, JSON or YAML) mean for those who use it. `at` is a JSON pointer to the keyword that
 * refuses a value: in the new text where the direction is `read`, in the old one where it is `write`.
 */
export const diffJsonSchema = (
  before: string,
  after: string,
  options: JsonSchemaOptions = {},
  rules: readonly JsonSchemaRule[] = jsonSchemaRules,
): ContractDiff => {
  const { direction = "read", pathBefore = "schema.json", pathAfter = "schema.json" } = options;
  const old = loadedSchema(pathBefore, before, options.filesBefore, "old");
  const current = loadedSchema(pathAfter, after, options.filesAfter, "new");
  for (const side of [current, old]) if (side.kind === "not_assessed") return side;
  if (current.kind === "unreadable") return { kind: "compared", changes: [current.change] };
  if (old.kind === "unreadable") return { kind: "compared", changes: [old.change] };
  if (old.kind !== "loaded" || current.kind !== "loaded") return { kind: "compared", changes: [] };

  const changes: ContractChange[] = [];
  for (const way of ["narrowing", "widening"] as const) {
    const own = way === "narrowing" ? "read" : "write";
    const comparison = schemaComparison({ way, tolerant: options.tolerant ?? false, rules: rules.map(({ rule }) => rule) });
    const findings = comparison.findings(old.schema, current.schema);
    if (findings === undefined) return { kind: "not_assessed", reason: "the schemas have too many combinations to look at" };
    const matters = direction === own || direction === "both";
    changes.push(...findings.map((finding) => changeOf(finding, own, matters ? finding.level : "compatible")));
  }
  return { kind: "compared", changes: changes.toSorted(inOrderOf("direction", "at", "rule")) };
};

const changeOf = ({ rule, at, message }: SchemaFinding, direction: "read" | "write", level: Level): ContractChange => ({
  rule: `json-schema/${rule}`,
  level,
  direction,
  at,
  message,
});
