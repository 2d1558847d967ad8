import type { ContractRule } from "../../rule.ts";
import { pointerTo } from "../../documents/pointer.ts";
import type { AvroType } from "../avro-type.ts";
import { namesMatch } from "../matching.ts";

/** A fixed type has another size. */
export const fixedSizeChanged: ContractRule<AvroType> = {
  id: "avro/fixed-size-changed",
  level: "breaking",

  *check(writer, reader) {
    if (writer.kind !== "fixed" || reader.kind !== "fixed" || !namesMatch(writer, reader) || writer.size === reader.size) return;
    yield {
      at: pointerTo(reader.at, "size"),
      message: `Fixed ${reader.name} has ${writer.size} bytes in the ${writer.version} schema and ${reader.size} in the ${reader.version} one.`,
    };
  },
};
