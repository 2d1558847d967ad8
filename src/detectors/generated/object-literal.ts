import { yamlIn } from "../settings-text.ts";

/**
 * The object that a settings file in JavaScript exports, as far as it is written out: JavaScript's plain literals are flow collections of YAML.
 * Undefined when code stands in it.
 */
export const objectLiteral = (text: string): unknown => {
  const code = text.replace(strings, (token) => (/^["'`]/.test(token) ? token : ""));
  const start = /(?:defineConfig\(|export\s+default|module\.exports\s*=|:\s*CodegenConfig\s*=)\s*(?=\{)/.exec(code);
  const from = start ? start.index + start[0].length : -1;
  return from < 0 ? undefined : yamlIn(code.slice(from, endOf(code, from)));
};

/** Strings, to be kept, and comments. */
const strings = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;

/** Just behind the brace that closes the one at `from`. */
const endOf = (code: string, from: number): number => {
  let depth = 0;
  for (const { 0: token, index } of code.slice(from).matchAll(/"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|[{}]/g)) {
    if (token === "{") depth++;
    if (token === "}" && --depth === 0) return from + index + 1;
  }
  return code.length;
};
