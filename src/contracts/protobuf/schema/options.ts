import type { OptionNode, OptionValue } from "../syntax/nodes.ts";
import { textOfBytes } from "../syntax/string-literal.ts";

/** The value of an option, set by its whole name or inside a message that is the value of a part of it. Set twice, the last counts. */
export const findOption = (options: readonly OptionNode[], path: readonly string[]): OptionValue | undefined => {
  let last: OptionValue | undefined;
  for (const { name, value } of options) {
    if (name.length > path.length || name.some((part, at) => part !== path[at])) continue;
    const rest = path.slice(name.length);
    const found = rest.length === 0 ? value : value.kind === "message" ? findOption(value.fields, rest) : undefined;
    last = found ?? last;
  }
  return last;
};

/** A name, a number or a string as text; undefined of what is not set or has parts. */
export const findText = (options: readonly OptionNode[], ...path: readonly string[]): string | undefined => {
  const value = findOption(options, path);
  if (value?.kind === "name") return value.name;
  if (value?.kind === "string") return textOfBytes(value.bytes);
  return value?.kind === "integer" || value?.kind === "float" ? `${value.value}` : undefined;
};

export const isSet = (options: readonly OptionNode[], name: string): boolean => findText(options, name) === "true";
