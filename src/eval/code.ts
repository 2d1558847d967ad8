/**
 * The text of a file, indented as it suits the source that it stands in: the indentation that all its lines share is taken off, and so are the
 * line breaks around it but the last one. Backslashes mean themselves.
 */
export const code = ({ raw }: TemplateStringsArray): string => {
  const lines = raw
    .join("")
    .replace(/^\n/, "")
    .replace(/\n[ ]*$/, "")
    .split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const shared = Math.min(...indents);
  return `${lines.map((line) => line.slice(shared)).join("\n")}\n`;
};
