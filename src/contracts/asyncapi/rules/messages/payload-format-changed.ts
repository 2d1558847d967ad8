import type { Described } from "../../read/api.ts";
import { keptContents } from "./kept-contents.ts";
import type { StructureRule } from "../../rule.ts";

/** It is described in another language, and so most likely written and read in another way. */
export const payloadFormatChanged: StructureRule = {
  id: "asyncapi/payload-format-changed",
  level: "breaking",
  direction: null,

  *check(pair) {
    for (const { exchange, old, current, subject } of keptContents(pair)) {
      if (old.kind === "unknown" || current.kind === "unknown") continue;
      const [was, is] = [languageOf(old), languageOf(current)];
      if (was === is) continue;
      const { name, direction } = exchange;
      yield { at: current.at, direction, message: `${name}: ${subject} was described in ${was}, and is described in ${is} now.` };
    }
  },
};

const languageOf = (described: Exclude<Described, { kind: "unknown" }>): string => {
  if (described.kind === "schema") return "JSON Schema";
  return described.kind === "avro" ? "Avro" : described.format;
};
