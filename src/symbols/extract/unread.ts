/** Parsing and asking takes about a tenth of a second for this, and the tree ten times its memory. Hand-written files stay far below. */
const longest = 1_000_000;

/** Why a text is not read for its symbols, as the end of a sentence; undefined when it is. */
export const unreadable = (text: string): string | undefined => {
  if (text.length > longest) return `it is ${(text.length / 1_000_000).toFixed(1)} MB long`;
  if (text.includes("\0")) return "it is not text";
  if (isGenerated(text)) return "it was generated";
  if (isMinified(text)) return "it was minified";
  return undefined;
};

/** By what generators write in a comment among the first lines: `@generated`, Go's `Code generated … DO NOT EDIT.`, "auto-generated". */
const isGenerated = (text: string): boolean =>
  text
    .slice(0, 3000)
    .split("\n", 20)
    .some(
      (line) => /^\s*(?:\/\/|\/\*+|\*|#|<!--|--|"""|''')?/.exec(line)?.[0].trim() && generated.test(line.replace(/^[\s/*#<!\-"']+/, "")),
    );

const generated =
  /^@generated\b|^code generated\b.*\bdo not edit|^(?:this (?:file|code|module) (?:is|was|has been) )?(?:auto-?|automatically |machine )generated\b|\bgenerated\b.*\bdo not (?:edit|modify|change)\b|^do not edit.*\bgenerated\b/i;

/** Most of it stands in lines that nobody wrote. */
const isMinified = (text: string): boolean => {
  if (text.length < 2000) return false;
  let long = 0;
  for (const line of text.split("\n")) if (line.length > 1000) long += line.length;
  return long > text.length / 2;
};
