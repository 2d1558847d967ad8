import type { ContractRule } from "../../rule.ts";
import { pointerTo } from "../../documents/pointer.ts";
import type { AvroType } from "../avro-type.ts";
import { namesMatch } from "../matching.ts";

/** Symbols that the reader does not know are read as its default: nothing fails, but something else is read than was written. */
export const enumSymbolDefaulted: ContractRule<AvroType> = {
  id: "avro/enum-symbol-defaulted",
  level: "dangerous",

  *check(writer, reader) {
    if (writer.kind !== "enum" || reader.kind !== "enum" || !namesMatch(writer, reader)) return;
    const fallback = reader.byDefault;
    if (fallback === undefined || !reader.symbols.includes(fallback)) return;
    const known = new Set(reader.symbols);
    for (const symbol of writer.symbols) {
      if (known.has(symbol)) continue;
      yield {
        at: pointerTo(reader.at, "symbols"),
        message: `Symbol ${symbol} of enum ${reader.name} in the ${writer.version} schema is read as ${fallback} with the ${reader.version} one.`,
      };
    }
  },
};
