import { diffGraphql, graphqlRules } from "../../src/contracts/graphql/index.ts";
import { testFixtures } from "./fixtures.ts";

testFixtures({
  format: "graphql",
  rules: graphqlRules,
  diff: (before, after, _options, rules) => diffGraphql(before, after, { rules }),
});
