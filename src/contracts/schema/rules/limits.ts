import { finding, saying, type SchemaRule } from "../goal.ts";
import { mostItems, namesIn } from "../places.ts";
import { placeName } from "../../documents/pointer.ts";
import type { LimitKeyword, Shape } from "../shape.ts";
import { typeBits, type Types } from "../types.ts";

type Words = readonly [singular: string, plural: string];

/** A rule for a limit on a size. `implied` is what the other side comes to without saying so. */
const limit = (
  id: string,
  keyword: LimitKeyword,
  type: Types,
  [singular, plural]: Words,
  implied?: (shape: Shape) => number | undefined,
): SchemaRule => ({
  id,

  *check(pair) {
    const { g, a } = pair;
    const asked = a.limits[keyword];
    if (!(g.types & type) || asked === undefined) return;
    const upper = keyword.startsWith("max");
    const own = g.limits[keyword]?.value ?? (upper ? Number.POSITIVE_INFINITY : 0);
    const other = implied?.(g) ?? own;
    const given = upper ? Math.min(own, other) : Math.max(own, other);
    if (upper ? given <= asked.value : given >= asked.value) return;
    const name = placeName(asked.at);
    const phrase = `have ${upper ? "at most" : "at least"} ${asked.value} ${asked.value === 1 ? singular : plural}`;
    yield finding(id, asked.at, saying(pair, `${name} now has to ${phrase}.`, `${name} no longer has to ${phrase}.`));
  },
});

const lengths = ({ values }: Shape): number[] | undefined =>
  values?.filter((value) => typeof value === "string").map((text) => [...text].length);

/** Strings that are shorter than the other side asks for. */
export const minLength = limit("min-length", "minLength", typeBits.string, ["character", "characters"], (shape) => {
  const all = lengths(shape);
  return all && Math.min(...all);
});

/** Strings that are longer than the other side lets through. */
export const maxLength = limit("max-length", "maxLength", typeBits.string, ["character", "characters"], (shape) => {
  const all = lengths(shape);
  return all && Math.max(...all);
});

/** Lists that are shorter than the other side asks for. */
export const minItems = limit("min-items", "minItems", typeBits.array, ["item", "items"]);

/** Lists that are longer than the other side lets through. What refuses all further items is a limit as well. */
export const maxItems = limit("max-items", "maxItems", typeBits.array, ["item", "items"], mostItems);

/** Objects with fewer properties than the other side asks for. */
export const minProperties = limit(
  "min-properties",
  "minProperties",
  typeBits.object,
  ["property", "properties"],
  ({ required }) => required.size,
);

/** Objects with more properties than the other side lets through. */
export const maxProperties = limit("max-properties", "maxProperties", typeBits.object, ["property", "properties"], (shape) => {
  const closed = shape.objects.some(
    ({ rest, patterns, spares }) => rest?.schema === false && patterns.size === 0 && !spares?.patterns.size,
  );
  return closed ? namesIn(shape).size : undefined;
});
