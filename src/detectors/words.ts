/** A path as it may stand in a sentence: one line, no control characters, not longer than 120 characters. */
export const shownPath = (path: string): string => {
  const plain = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/.test(path) ? escaped(path) : path;
  const characters = [...plain];
  return characters.length > 120 ? `${characters.slice(0, 40).join("")}…${characters.slice(-79).join("")}` : plain;
};

/** The first of some paths, and how many more there are. */
export const shownPaths = (paths: readonly string[]): string => {
  const [first = "", ...others] = paths;
  return others.length === 0 ? shownPath(first) : `${shownPath(first)} and ${others.length} more`;
};

const escaped = (path: string): string =>
  JSON.stringify(path).replace(
    /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
