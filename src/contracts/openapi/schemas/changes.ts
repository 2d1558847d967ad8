import type { ContractChange } from "../../change.ts";
import type { Atom } from "../../schema/atom.ts";
import { type SchemaComparison, schemaComparison } from "../../schema/comparison.ts";
import type { SchemaFinding } from "../../schema/goal.ts";
import type { ContractPair } from "../pair/contract-pair.ts";
import type { SchemaUseRule } from "../rule.ts";
import { levelFor } from "./levels.ts";
import { sameness } from "./sameness.ts";
import { type SchemaUse, schemaUses } from "./uses.ts";
import { textRules } from "./text-rules.ts";

/** What changed in schemas, each change once, with the operations that it concerns; undefined if there is too much to look at. */
export const schemaChanges = (pair: ContractPair, rules: readonly SchemaUseRule[]): ContractChange[] | undefined => {
  const comparisons = new Map<string, SchemaComparison>();
  const same = sameness();
  const found = new Map<string, Concern>();

  const seen = ({ before, after, direction }: SchemaUse): [Atom, Atom] =>
    direction === "request" ? [before, after] : [pair.before.received(before), pair.after.received(after)];

  const comparisonFor = ({ direction, text }: SchemaUse): SchemaComparison => {
    const key = `${direction} ${text}`;
    const known = comparisons.get(key);
    if (known) return known;
    const own = rules.map(({ schema }) => schema);
    const way = direction === "request" ? "narrowing" : "widening";
    const made = schemaComparison({
      way,
      tolerant: true,
      rules: text === "no" ? own : textRules(own, text === "query"),
      isSame: same.ofAll,
    });
    comparisons.set(key, made);
    return made;
  };

  for (const use of schemaUses(pair)) {
    if (same.ofOne(use.before, use.after)) continue;
    const findings = comparisonFor(use).findings(...seen(use));
    if (findings === undefined) return undefined;
    for (const finding of findings) {
      const { rule, at } = finding;
      const message = aboutSubject(finding.message, use.subject);
      const key = JSON.stringify([use.direction, rule, at, message]);
      const known = found.get(key);
      if (known) known.operations.add(use.operation);
      else found.set(key, { use, finding, message, operations: new Set([use.operation]) });
    }
  }
  return [...found.values()].map(changeOf);
};

interface Concern {
  readonly use: SchemaUse;
  readonly finding: SchemaFinding;
  readonly message: string;
  readonly operations: Set<string>;
}

const changeOf = ({ use: { direction }, finding, message, operations }: Concern): ContractChange => ({
  rule: `openapi/schema-${finding.rule}`,
  level: levelFor(finding, direction),
  direction,
  at: finding.at,
  message: `${named([...operations])}: ${message}`,
});

/** What has no name of its own is called by what it is the value of. */
const aboutSubject = (message: string, subject: string): string =>
  message
    .replace(/^The value\b/, subject.charAt(0).toUpperCase() + subject.slice(1))
    .replace(/\bthe value\b/, subject)
    .replace(/^[a-z]/, (letter, at: number) => (at === 0 && /^the\b/.test(message) ? letter.toUpperCase() : letter));

const named = ([first = "", ...others]: readonly string[]): string => (others.length === 0 ? first : `${first} and ${others.length} more`);
