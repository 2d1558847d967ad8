import { asyncApiRules, diffAsyncApi } from "../../src/contracts/asyncapi/index.ts";
import { testFixtures } from "./fixtures.ts";

testFixtures({
  format: "asyncapi",
  rules: asyncApiRules,
  diff: (before, after, _options, rules) => diffAsyncApi(before, after, {}, rules),
});
