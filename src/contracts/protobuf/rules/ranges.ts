import type { NumberRange } from "../schema/schema.ts";

/** What there was and none of the current ranges covers. */
export function* lostRanges(before: readonly NumberRange[], after: readonly NumberRange[]): Generator<NumberRange> {
  for (const { from, to } of before) {
    let next = from;
    for (let at = firstEndingAt(after, from); next <= to; at += 1) {
      const range = after[at];
      if (!range || range.from > to) {
        yield { from: next, to };
        break;
      }
      if (range.from > next) yield { from: next, to: range.from - 1 };
      next = range.to + 1;
    }
  }
}

export const isWithin = (number: number, ranges: readonly NumberRange[]): boolean => {
  const range = ranges[firstEndingAt(ranges, number)];
  return range !== undefined && range.from <= number;
};

/** As it would be written: "7", "7 to 9" or "7 to max". */
export const rangeWords = ({ from, to }: NumberRange): string => {
  if (from === to) return `${from}`;
  return `${from} to ${maxima.has(to) ? "max" : to}`;
};

/** Of field numbers, of message sets and of enums. */
const maxima: ReadonlySet<number> = new Set([536_870_911, 2_147_483_646, 2_147_483_647]);

/** Where the ranges begin that do not end before the number. */
const firstEndingAt = (ranges: readonly NumberRange[], number: number): number => {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.to ?? Infinity) < number) low = middle + 1;
    else high = middle;
  }
  return low;
};
