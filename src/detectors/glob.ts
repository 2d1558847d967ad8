/**
 * A glob of slash-separated paths as a pattern: `*` and `?` within a name, `**` across folders, `{a,b}`, `[a-z]`, and `!(…)`-free, which covers what
 * settings of workspaces and generators use. A leading `./` says nothing.
 */
export const globPattern = (glob: string): RegExp =>
  new RegExp(
    `^${glob
      .replace(/^(?:\.\/)+/, "")
      .replace(/\/+$/, "")
      .replace(tokens, translated)}$`,
  );

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
