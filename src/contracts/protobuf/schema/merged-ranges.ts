import type { RangeNode } from "../syntax/nodes.ts";
import type { NumberRange } from "./schema.ts";

/** The same numbers, in order, no two ranges touching. */
export const mergedRanges = (ranges: readonly RangeNode[]): NumberRange[] => {
  const found: { from: number; to: number }[] = [];
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to);
    else found.push({ from, to });
  }
  return found;
};
