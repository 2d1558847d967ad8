import { diffOpenApi, type OpenApiOptions, openApiRules } from "../../src/contracts/openapi/index.ts";
import { testFixtures } from "./fixtures.ts";

testFixtures({
  format: "openapi",
  rules: openApiRules,
  diff: (before, after, options, rules) => diffOpenApi(before, after, optionsOf(options), rules),
});

const optionsOf = ({ today }: Readonly<Record<string, unknown>>): OpenApiOptions => (typeof today === "string" ? { today } : {});
