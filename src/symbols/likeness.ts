/**
 * How much two bodies have in common, from 0 to 1: the share of token runs that are in both, estimated from their sketches
 * (`Definition.sketch`) with a standard error of 0.06 or, for short ones, more. 0 when one of them is too short to tell.
 */
export const likeness = (a: string, b: string): number => {
  if (a === "" || a.length !== b.length) return 0;
  let [same, told] = [0, 0];
  for (let at = 0; at < a.length; at++) {
    if (a[at] === "-" && b[at] === "-") continue;
    told++;
    if (a[at] === b[at]) same++;
  }
  // Two digits of four bits are the same by chance once in 16 times.
  return told === 0 ? 0 : Math.max(0, (same / told - 1 / 16) / (1 - 1 / 16));
};
