import { diffAvro } from "../../../avro/index.ts";
import { sameJson } from "../../../documents/json.ts";
import { keptContents } from "./kept-contents.ts";
import type { StructureRule } from "../../rule.ts";

/** By schema resolution of Avro: the application has to read what clients write, and clients what the application writes. */
export const payloadAvro: StructureRule = {
  id: "asyncapi/payload-avro",
  level: "breaking",
  direction: null,

  *check(pair) {
    for (const { exchange, old, current, subject } of keptContents(pair)) {
      if (old.kind !== "avro" || current.kind !== "avro" || sameJson(old.text, current.text)) continue;
      const { name, direction } = exchange;
      const diff = diffAvro(JSON.stringify(old.text), JSON.stringify(current.text), {
        direction: direction === "publish" ? "read" : "write",
      });
      if (diff.kind === "not_assessed") {
        yield { at: current.at, direction, level: "dangerous", message: `${name}: ${subject} cannot be compared: ${diff.reason}.` };
        continue;
      }
      for (const { level, at, message } of diff.changes) {
        if (level === "compatible") continue;
        const { at: place } = direction === "publish" ? current : old;
        yield { at: place + at, direction, level, message: `${name}: ${message}` };
      }
    }
  },
};
