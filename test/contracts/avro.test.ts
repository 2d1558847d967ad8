import { avroRules, diffAvro } from "../../src/contracts/avro/index.ts";
import { oneText, testFixtures } from "./fixtures.ts";

testFixtures({
  format: "avro",
  rules: avroRules,
  diff: (before, after, options, rules) => diffAvro(oneText(before), oneText(after), options, rules),
});
