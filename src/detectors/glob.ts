/**
 * Whether a path fits a glob as settings of workspaces and generators have them: `*` and `?` within a name, `**` across folders, `{a,b}`, `[a-z]`.
 * A leading `./` says nothing. What is no glob, or longer than 500 characters, fits nothing.
 */
export const fitsGlob = (path: string, glob: string): boolean => {
  const tidy = glob.replace(/^(?:\.\/)+|\/+$/g, "").replace(/(?:\*\*\/)+/g, "**/");
  if (tidy.length > 500) return false;
  try {
    return new RegExp(`^${tidy.replace(tokens, translated)}$`).test(path);
  } catch {
    return false;
  }
};

const tokens = /\*\*\/|\/\*\*$|\*+|\?|\{[^{}]*\}|\[[^\]/]+\]|[\\^$.|+()[\]{}]/g;

const translated = (token: string): string => {
  if (token === "**/") return "(?:.*/)?";
  if (token === "/**") return "(?:/.*)?";
  if (token.startsWith("*")) return "[^/]*";
  if (token === "?") return "[^/]";
  if (token.startsWith("{") && token.length > 1) {
    const choices = token.slice(1, -1).split(",");
    return `(?:${choices.map((choice) => choice.replace(tokens, translated)).join("|")})`;
  }
  if (token.startsWith("[") && token.length > 1) return token.replace(/^\[!/, "[^").replaceAll("\\", "\\\\");
  return `\\${token}`;
};
