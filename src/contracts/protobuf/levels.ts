import type { ContractChange, Level } from "../change.ts";
import type { ProtobufLevel, ProtobufRule } from "./rule.ts";
import type { ProtobufSchema } from "./schema/schema.ts";

/**
 * What the rules of a level find is breaking. What only the rules of stricter levels find is dangerous: who is stricter than was asked for
 * may be hurt. A place that speaks at one level is not named again at a stricter one.
 */
export const changesAt = (
  level: ProtobufLevel,
  rules: readonly ProtobufRule[],
  before: ProtobufSchema,
  after: ProtobufSchema,
): ContractChange[] => {
  const changes: ContractChange[] = [];
  const asked = new Set<ProtobufRule>();
  const places = new Set<string>();
  for (const stricter of ladder.slice(ladder.indexOf(level))) {
    const added = rules.filter((rule) => rule.levels.includes(stricter) && !asked.has(rule));
    const found = added.flatMap((rule) => findings(rule, stricter === level ? "breaking" : "dangerous", before, after));
    const fresh = found.filter(({ at }) => !places.has(at));
    for (const rule of added) asked.add(rule);
    for (const { at } of fresh) places.add(at);
    for (const change of fresh) changes.push(change);
  }
  return changes;
};

/** From the mildest to the strictest. */
const ladder: readonly ProtobufLevel[] = ["wire", "wire_json", "package", "file"];

const findings = (rule: ProtobufRule, level: Level, before: ProtobufSchema, after: ProtobufSchema): ContractChange[] =>
  Array.from(rule.check(before, after), ({ at, message }) => ({ rule: rule.id, level, direction: null, at, message }));
