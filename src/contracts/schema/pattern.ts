/**
 * Whether a regular expression matches, or undefined where nobody should find out: it is no ECMAScript, or it might take for ever.
 * Patterns come from contracts of others.
 */
export const matches = (pattern: string, text: string): boolean | undefined => {
  if (beginsOtherwise(pattern, text)) return false;
  const expression = compiled(pattern);
  if (expression === undefined || text.length > longest) return undefined;
  const unbounded = pattern.match(/[*+]|\{\d+,/g)?.length ?? 0;
  const optional = pattern.match(/[^(]\?/g)?.length ?? 0;
  // Alternatives multiply from group to group.
  const alternatives = pattern.split(")").reduce((ways, group) => ways * group.split("|").length, 1);
  return text.length ** unbounded * 2 ** optional * alternatives > mostSteps ? undefined : expression.test(text);
};

/** Whether a text lacks the word that it has to begin with. To see that is much less work than to compile, and there may be many patterns. */
const beginsOtherwise = (pattern: string, text: string): boolean => {
  const start = /^\^([\w-]+)$/.exec(pattern)?.[1];
  return start !== undefined && !text.startsWith(start);
};

/** Whether every string matches. */
export const isTrivial = (pattern: string): boolean =>
  ["", "^", "$", ".*", "^.*", ".*$", "^.*$", "^(.*)$", "[\\s\\S]*", "^[\\s\\S]*$"].includes(pattern);

/** All texts that match, where the pattern lists them: `^a$`, `^(a|b)$`, `^[ab]$`. */
export const textsMatching = (pattern: string): readonly string[] | undefined => {
  const letters = /^\^\[([\w ]+)\]\$$/.exec(pattern)?.[1];
  if (letters !== undefined) return [...letters];
  const words = /^\^(?:\((?:\?:)?([\w -]+(?:\|[\w -]+)*)\)|([\w -]+))\$$/.exec(pattern);
  return (words?.[1] ?? words?.[2])?.split("|");
};

const longest = 1000;
const mostSteps = 1e7;

/** A repeated group may take exponential time, a back reference too. */
const explosive = /\)[*+{]|\\[1-9k]/;

const compiled = (pattern: string): RegExp | undefined => {
  if (pattern.length > longest || explosive.test(pattern)) return undefined;
  try {
    return new RegExp(pattern, "u");
  } catch {
    try {
      return new RegExp(pattern);
    } catch {
      return undefined;
    }
  }
};
