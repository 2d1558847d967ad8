import type { ContractChange, Direction, Level } from "../change.ts";
import type { Atom } from "../schema/atom.ts";
import { type SchemaComparison, schemaComparison } from "../schema/comparison.ts";
import type { SchemaFinding, SchemaRule, Way } from "../schema/goal.ts";
import { sameness } from "../schema/sameness.ts";
import { textRules } from "./text-rules.ts";

/** A place where consumers meet a schema, in both versions. */
export interface SchemaUse {
  readonly before: Atom;
  readonly after: Atom;
  /** The same two as they are seen in this direction, where that differs. Asked for only if they are not the same anyway. */
  readonly seen?: () => readonly [before: Atom, after: Atom];
  readonly direction: Direction;
  /** What consumers send must not narrow, what they receive must not widen. */
  readonly way: Way;
  /** Whether values are written as text, so that 1 and "1" are the same; in a query, a list of one is the same as well. */
  readonly text: "no" | "text" | "query";
  /** What is meant when nothing has a name: "the body", "query parameter limit". */
  readonly subject: string;
  /** Who meets it there: an operation. */
  readonly user: string;
}

export interface UseOptions<U extends SchemaUse> {
  /** Rules are called `<format>/schema-<rule>`. */
  readonly format: string;
  readonly rules: readonly SchemaRule[];
  levelFor(finding: SchemaFinding, use: U): Level;
}

/** What changed in schemas, each change once, with those whom it concerns; undefined if there is too much to look at. */
export const changesOfUses = <U extends SchemaUse>(
  uses: Iterable<U>,
  { format, rules, levelFor }: UseOptions<U>,
): ContractChange[] | undefined => {
  const comparisons = new Map<string, SchemaComparison>();
  const same = sameness();
  const found = new Map<string, Concern>();
  /** Of those that say the same whatever they are the schema of: there are many uses, and they lead to much the same. */
  const seen = new Map<SchemaFinding, Concern>();

  const concernOf = (use: U, finding: SchemaFinding): Concern => {
    const level = levelFor(finding, use);
    const known = seen.get(finding);
    if (known?.change.level === level && known.change.direction === use.direction) return known;
    const message = aboutSubject(finding.message, subjectAt(finding.at, use.subject));
    const change: ContractChange = { rule: `${format}/schema-${finding.rule}`, level, direction: use.direction, at: finding.at, message };
    const key = JSON.stringify(change);
    const concern = found.get(key) ?? { change, users: new Set() };
    found.set(key, concern);
    if (message === finding.message) seen.set(finding, concern);
    return concern;
  };

  const comparisonFor = ({ way, text }: U): SchemaComparison => {
    const key = `${way} ${text}`;
    const known = comparisons.get(key);
    if (known) return known;
    const made = schemaComparison({
      way,
      tolerant: true,
      rules: text === "no" ? rules : textRules(rules, text === "query"),
      same,
    });
    comparisons.set(key, made);
    return made;
  };

  for (const use of uses) {
    if (same.ofOne(use.before, use.after)) continue;
    const findings = comparisonFor(use).findings(...(use.seen?.() ?? ([use.before, use.after] as const)));
    if (findings === undefined) return undefined;
    for (const finding of findings) {
      concernOf(use, finding).users.add(use.user);
    }
  }
  return [...found.values()].map(({ change, users }) => ({ ...change, message: `${named([...users])}: ${change.message}` }));
};

interface Concern {
  readonly change: ContractChange;
  readonly users: Set<string>;
}

/** In another file, it need not be the whole that has no name. */
const subjectAt = (at: string, subject: string): string => {
  const file = /^([^/]+)#/.exec(at)?.[1];
  return file === undefined ? subject : `a value in ${file.replaceAll("~1", "/").replaceAll("~0", "~")}`;
};

/** What has no name of its own is called by what it is the value of. */
const aboutSubject = (message: string, subject: string): string =>
  message
    .replace(/^The value\b/, subject.charAt(0).toUpperCase() + subject.slice(1))
    .replace(/\bthe value\b/, subject)
    .replace(/^[a-z]/, (letter, at: number) => (at === 0 && /^the\b/.test(message) ? letter.toUpperCase() : letter));

const named = ([first = "", ...others]: readonly string[]): string => (others.length === 0 ? first : `${first} and ${others.length} more`);
