import type { NumberRange } from "../schema/schema.ts";

/** Of each range that there was, what none of the current ones covers. */
export function* lostRanges(before: readonly NumberRange[], after: readonly NumberRange[]): Generator<NumberRange> {
  if (before.length === 0) return;
  const covered = merged(after);
  for (const { from, to } of before) {
    let next = from;
    for (let at = firstEndingAt(covered, from); next <= to; at += 1) {
      const range = covered[at];
      if (!range || range.from > to) {
        yield { from: next, to };
        break;
      }
      if (range.from > next) yield { from: next, to: range.from - 1 };
      next = range.to + 1;
    }
  }
}

export const isWithin = (number: number, ranges: readonly NumberRange[]): boolean =>
  ranges.some(({ from, to }) => from <= number && number <= to);

/** As it would be written: "7", "7 to 9" or "7 to max". */
export const rangeWords = ({ from, to }: NumberRange): string => {
  if (from === to) return `${from}`;
  return `${from} to ${maxima.has(to) ? "max" : to}`;
};

/** Of field numbers, of message sets and of enums. */
const maxima: ReadonlySet<number> = new Set([536_870_911, 2_147_483_646, 2_147_483_647]);

/** In order, no two touching. */
const merged = (ranges: readonly NumberRange[]): NumberRange[] => {
  const found: { from: number; to: number }[] = [];
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to);
    else found.push({ from, to });
  }
  return found;
};

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
