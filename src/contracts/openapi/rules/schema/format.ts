import type { SchemaPair, SchemaRule } from "../../../schema/goal.ts";
import { isObject, member } from "../../../documents/json.ts";
import { format as otherFormat } from "../../../schema/rules/format.ts";
import type { Shape } from "../../../schema/shape.ts";
import { numeric, typeBits } from "../../../schema/types.ts";
import { rangeOf } from "./format-range.ts";
import { milder } from "./milder.ts";

/** Formats as servers and generated code go by them. What each version of the specification calls a file or Base64 is the same. */
export const format: SchemaRule = {
  id: "format",

  *check(pair) {
    for (const goal of otherFormat.check(withoutSaid(pair))) yield isWide(pair) ? milder(goal) : goal;
  },
};

/** Without formats that the other side has in other words. */
const withoutSaid = (pair: SchemaPair): SchemaPair => {
  const isFile = pair.given.atoms.some(({ schema }) => isObject(schema) && member(schema, "type") === "file");
  const isBase64 = pair.g.contents.some(({ value }) => value === "base64");
  const isSaid = (value: string) => (isFile && value === "binary") || (isBase64 && value === "byte") || isInRange(pair.g, value);
  return { ...pair, a: { ...pair.a, formats: pair.a.formats.filter(({ value }) => !isSaid(value)) } };
};

/** Whether integers are bounded to what a format holds. */
const isInRange = ({ types, lower, upper }: Shape, format: string): boolean => {
  const range = rangeOf(format);
  if (range === undefined || types & typeBits.fraction || lower === undefined || upper === undefined) return false;
  return lower.value >= range.least && upper.value <= range.greatest;
};

/** Numbers that nobody has said the size of fit 64 bits nearly always. */
const isWide = ({ g, a }: SchemaPair): boolean =>
  g.formats.length === 0 && (g.types & ~numeric) === 0 && a.formats.every(({ value }) => /^(?:u?int64|double)$/.test(value));
