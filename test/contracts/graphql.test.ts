import { diffGraphql, graphqlRules } from "../../src/contracts/graphql/index.ts";
import { type FixtureFiles, oneText, testFixtures } from "./fixtures.ts";

testFixtures({
  format: "graphql",
  rules: graphqlRules,
  diff: (before, after, _options, rules) => diffGraphql(textsOf(before), textsOf(after), { rules }),
});

function textsOf(files: FixtureFiles): string | FixtureFiles {
  return files.has("contract.graphql") ? oneText(files) : files;
}
