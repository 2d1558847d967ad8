import type { ContractRule } from "../../rule.ts";
import { type AvroType, isNamed, placed } from "../avro-type.ts";
import { kindsMatch } from "../matching.ts";

/**
 * The same bytes mean something else: microseconds are read as milliseconds, one decimal as another. Where one side has no logical type,
 * a reader may still know what it reads, so that is dangerous.
 */
export const logicalTypeChanged: ContractRule<AvroType> = {
  id: "avro/logical-type-changed",
  level: "breaking",

  *check(writer, reader) {
    if (writer.logical === reader.logical || !kindsMatch(writer, reader) || (isNamed(writer) && writer.kind !== "fixed")) return;
    const level = writer.logical !== undefined && reader.logical !== undefined ? "breaking" : "dangerous";
    yield {
      at: reader.at,
      level,
      message: `${placed(reader)}${writer.kind} is ${writer.logical ?? "of no logical type"} in the ${writer.version} schema and ${reader.logical ?? "none"} in the ${reader.version} one.`,
    };
  },
};
