/** Lines that a change of a file took out and put in, as often as it did. White space at both ends does not count, and neither do lines that say little. */
export interface LineChange {
  readonly removed: ReadonlyMap<string, number>;
  readonly added: ReadonlyMap<string, number>;
}

/** What became of the lines of a text; null for a file that is not there. Moved lines are no change. */
export const lineChange = (before: string | null, after: string | null): LineChange => {
  const [old, now] = [countsOf(before), countsOf(after)];
  return { removed: surplus(old, now), added: surplus(now, old) };
};

/** Whether a later change takes back, or changes, lines that an earlier one brought. */
export const corrects = (later: LineChange, earlier: LineChange): boolean =>
  meets(later.removed, earlier.added) || meets(later.added, earlier.removed);

/** Whether a change touches a line in which `name` stands as a word. */
export const mentions = ({ removed, added }: LineChange, name: string): boolean => {
  const word = new RegExp(`(?<![\\w$])${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w$])`);
  return [...removed.keys(), ...added.keys()].some((line) => word.test(line));
};

const countsOf = (text: string | null): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const line of text?.split("\n") ?? []) {
    const words = line.trim();
    if (saysSomething.test(words)) counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return counts;
};

/** A closing brace or an `else` is everywhere: that it comes again means nothing. */
const saysSomething = /(?:\w\W*){6}/;

const surplus = (of: ReadonlyMap<string, number>, over: ReadonlyMap<string, number>): Map<string, number> => {
  const more = new Map<string, number>();
  for (const [line, count] of of) if (count > (over.get(line) ?? 0)) more.set(line, count - (over.get(line) ?? 0));
  return more;
};

const meets = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean => {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  for (const line of small.keys()) if (large.has(line)) return true;
  return false;
};
