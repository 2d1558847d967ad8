import { diffJsonSchema, type JsonSchemaRule, jsonSchemaRules } from "../../src/contracts/json-schema/index.ts";
import { oneText, testFixtures } from "./fixtures.ts";

testFixtures<JsonSchemaRule>({
  format: "json-schema",
  rules: jsonSchemaRules,
  diff: (before, after, options, rules) => diffJsonSchema(oneText(before), oneText(after), options, rules),
});
