import type { ContractRule } from "../../rule.ts";
import { pointerTo } from "../../documents/pointer.ts";
import type { AvroType } from "../avro-type.ts";
import { namesMatch } from "../matching.ts";

/** Symbols that may have been written are unknown to the reader, who has no default for them. */
export const enumSymbolMissing: ContractRule<AvroType> = {
  id: "avro/enum-symbol-missing",
  level: "breaking",

  *check(writer, reader) {
    if (writer.kind !== "enum" || reader.kind !== "enum" || !namesMatch(writer, reader)) return;
    const fallback = reader.byDefault !== undefined && reader.symbols.includes(reader.byDefault);
    if (fallback) return;
    const known = new Set(reader.symbols);
    for (const symbol of writer.symbols) {
      if (known.has(symbol)) continue;
      yield {
        at: pointerTo(reader.at, "symbols"),
        message: `Symbol ${symbol} of enum ${reader.name} is in the ${writer.version} schema and not in the ${reader.version} one, which has no default for it.`,
      };
    }
  },
};
