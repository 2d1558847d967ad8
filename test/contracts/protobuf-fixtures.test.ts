import { diffProtobuf, type ProtobufLevel, type ProtobufOptions, protobufRules } from "../../src/contracts/protobuf/index.ts";
import { testFixtures } from "./fixtures.ts";

testFixtures({
  format: "protobuf",
  rules: protobufRules,
  diff: (before, after, options, rules) => diffProtobuf(before, after, optionsOf(options), rules),
});

const optionsOf = ({ level, entries }: Readonly<Record<string, unknown>>): ProtobufOptions => ({
  ...(isLevel(level) ? { level } : {}),
  ...(Array.isArray(entries) ? { entries } : {}),
});

const isLevel = (level: unknown): level is ProtobufLevel =>
  level === "file" || level === "package" || level === "wire_json" || level === "wire";
