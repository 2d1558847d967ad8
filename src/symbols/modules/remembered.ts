/** What was read for a key before, or what is read now and kept. Two that ask at once wait for one reading. */
export const remembered = <T>(known: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> => {
  const before = known.get(key);
  if (before) return before;
  const value = read();
  known.set(key, value);
  return value;
};
