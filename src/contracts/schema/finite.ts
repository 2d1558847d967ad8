import type { Json } from "../../base/canonical-json.ts";
import type { Shape } from "./shape.ts";
import { typeBits, type Types } from "./types.ts";

/** All values that types and limits leave, where they can be counted: null, the booleans, a few integers, the empty object and list. */
export const finite = (types: Types, { lower, upper, limits }: Pick<Shape, "lower" | "upper" | "limits">): readonly Json[] | undefined => {
  const list: Json[] = [];
  if (types & typeBits.null) list.push(null);
  if (types & typeBits.boolean) list.push(true, false);
  if (types & typeBits.array) {
    if (limits.maxItems?.value !== 0) return undefined;
    list.push([]);
  }
  if (types & typeBits.object) {
    if (limits.maxProperties?.value !== 0) return undefined;
    list.push({});
  }
  if (types & typeBits.integer) {
    if (!lower || !upper || upper.value - lower.value > mostIntegers) return undefined;
    for (let value = Math.ceil(lower.value); value <= upper.value; value += 1) {
      if (!(lower.exclusive && value === lower.value) && !(upper.exclusive && value === upper.value)) list.push(value);
    }
  }
  return types & (typeBits.string | typeBits.fraction) ? undefined : list;
};

const mostIntegers = 16;
