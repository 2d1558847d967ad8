/** JSON as tsconfig files have it, with comments and trailing commas; undefined when it is none even so. */
export const looseJson = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(tokens, (_token, string: string | undefined) => string ?? "").replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
};

/** A string, which stays; a comma that nothing follows; a comment. */
const tokens = /("(?:\\.|[^"\\])*")|,(?=(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*[\]}])|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;

/** The object in a value that nobody has checked; empty when it is none. */
export const objectIn = (value: unknown): Readonly<Record<string, unknown>> => (isObject(value) ? value : {});

/** The strings in a value that nobody has checked, be it one or a list of them. */
export const stringsIn = (value: unknown): string[] => [value].flat().filter((one) => typeof one === "string");

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
