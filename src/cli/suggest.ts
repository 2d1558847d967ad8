/** `Did you mean …?` for a word that is close to one of `choices`; undefined when none is close enough to be meant. */
export const suggestion = (word: string, choices: readonly string[]): string | undefined => {
  const near = choices
    .map((choice) => ({ choice, distance: editDistance(word, choice) }))
    .filter(({ choice, distance }) => distance <= Math.max(1, Math.floor(Math.min(choice.length, word.length) / 3)))
    .sort((a, b) => a.distance - b.distance);
  const [best] = near;
  return best && `Did you mean ${best.choice}?`;
};

/** Letters to insert, remove, replace or swap with their neighbour (optimal string alignment). */
const editDistance = (a: string, b: string): number => {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(replaced, swapped, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
};
