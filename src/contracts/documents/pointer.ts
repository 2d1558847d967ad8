/** A JSON pointer with one more step (RFC 6901). */
export const pointerTo = (pointer: string, ...tokens: readonly (string | number)[]): string =>
  tokens.reduce<string>((path, token) => `${path}/${escaped(String(token))}`, pointer);

/** Hardly any step needs it, and there are very many. */
const escaped = (token: string): string => (/[~/]/.test(token) ? token.replaceAll("~", "~0").replaceAll("/", "~1") : token);

/** The steps of a JSON pointer. */
export const tokensOf = (pointer: string): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));

/** What a person calls the place of a schema: `/definitions/Address/properties/zip` is "Address.zip", the root "the value". */
export const placeName = (pointer: string): string => {
  const tokens = tokensOf(pointer);
  const names: string[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? "";
    const next = tokens[at + 1];
    if (next !== undefined && named.has(token)) {
      names.push(`${names.length === 0 ? "" : "."}${next}`);
      at += 1;
    } else if (token === "items" || token === "prefixItems" || token === "additionalItems") names.push("[]");
    else if (token === "additionalProperties" || token === "patternProperties") names.push(".*");
  }
  const name = names.join("");
  return name === "" ? "the value" : /^[.[]/.test(name) ? `value${name}` : name;
};

const named: ReadonlySet<string> = new Set(["properties", "definitions", "$defs", "schemas", "messages", "dependentSchemas"]);
