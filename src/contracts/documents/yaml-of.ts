import { CORE_SCHEMA, load, type LoadOptions, Type, YAMLException } from "js-yaml";
import { parseDocument } from "yaml";
import type { Json } from "../../base/canonical-json.ts";
import type { ReadDocument } from "./read-document.ts";

/**
 * Reads YAML 1.2 with merge keys (`<<`). Aliases are the same object again, so what comes back may be much larger than the text, and even
 * hold itself: whoever walks it has to count. `js-yaml` is ten times as fast as `yaml`, which reads more and knows better where a fault is:
 * it is asked where the first one refuses.
 */
export const yamlOf = (text: string, deepest: number): ReadDocument => {
  const tooDeep = { kind: "excessive", reason: `it is nested more than ${deepest} levels deep` } as const;
  // It counts what stands in between as a level, too.
  const limits: LoadOptions & Limits = { schema, maxDepth: 2 * deepest, maxTotalMergeKeys: text.length };
  try {
    const root = load(text, limits) as Json | undefined;
    return { kind: "read", root: root ?? null };
  } catch (error) {
    if (error instanceof RangeError) return tooDeep;
    if (!(error instanceof YAMLException)) throw error;
    if (error.reason.includes("maxDepth")) return tooDeep;
    if (error.reason.includes("maxTotalMergeKeys")) return { kind: "excessive", reason: "it merges more keys than it has characters" };
    return patiently(text, error) ?? tooDeep;
  }
};

/** Of 4.3; the types are of 4.0. */
interface Limits {
  readonly maxDepth: number;
  readonly maxTotalMergeKeys: number;
}

const scalar = (tag: "int" | "float", form: RegExp, construct: (text: string) => number): Type =>
  new Type(`tag:yaml.org,2002:${tag}`, {
    kind: "scalar",
    resolve: (text: unknown) => typeof text === "string" && form.test(text),
    construct,
  });

/** The numbers of YAML 1.2, section 10.3.2: no binary ones, none with a sign before a base. */
const schema = CORE_SCHEMA.extend({
  implicit: [
    scalar("int", /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/, Number),
    scalar("float", /^[-+]?(?:(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|\.(?:inf|Inf|INF))$|^\.(?:nan|NaN|NAN)$/, (text) =>
      /[iI]/.test(text) ? (text.startsWith("-") ? -Infinity : Infinity) : Number(text),
    ),
    new Type("tag:yaml.org,2002:merge", { kind: "scalar", resolve: (text: unknown) => text === "<<" }),
  ],
});

/** Undefined where it is nested too deeply. */
const patiently = (text: string, { reason, mark }: YAMLException): ReadDocument | undefined => {
  try {
    const document = parseDocument(text, { merge: true, uniqueKeys: true, logLevel: "silent" });
    const [error] = document.errors;
    if (error === undefined) {
      const root: Json = document.toJS({ maxAliasCount: 1000 }) ?? null;
      return { kind: "read", root };
    }
    const [start] = error.linePos ?? [];
    return {
      kind: "unreadable",
      line: start?.line ?? 1,
      column: start?.col ?? 1,
      reason: error.message.replace(/ at line \d+[\s\S]*$/, ""),
    };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    if (error instanceof ReferenceError && error.message.startsWith("Excessive"))
      return { kind: "excessive", reason: "its aliases unfold to too much" };
    return { kind: "unreadable", line: mark.line + 1, column: mark.column + 1, reason };
  }
};
