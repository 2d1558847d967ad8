/** Why a text is not read for its symbols, as the end of a sentence; undefined when it is. */
export const unreadable = (text: string): string | undefined => {
  if (text.length > 1_000_000) return `it is ${(text.length / 1_000_000).toFixed(1)} MB long`;
  if (text.includes("\0")) return "it is not text";
  return undefined;
};
