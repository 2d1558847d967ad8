/** Text from a schema as it stands in a sentence: on one line, in quotes, not longer than a sentence can bear. */
export const quoted = (text: string): string => {
  const line = text.replace(/\s+/g, " ").trim();
  return `"${line.length > 120 ? `${line.slice(0, 119)}…` : line}"`;
};

/** A value in a sentence, cut where it is long. */
export const shown = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text);

/** "an object", "a union": with the article. */
export const aKind = (kind: string): string => `${/^[aeio]/.test(kind) ? "an" : "a"} ${kind === "input" ? "input object" : kind}`;
