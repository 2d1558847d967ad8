import { sameJson } from "../../../documents/json.ts";
import { keptContents } from "./kept-contents.ts";
import type { StructureRule } from "../../rule.ts";

/** It is described in a language that is not compared here, and not in the same words as before. */
export const payloadTextChanged: StructureRule = {
  id: "asyncapi/payload-text-changed",
  level: "dangerous",
  direction: null,

  *check(pair) {
    for (const { exchange, old, current, subject } of keptContents(pair)) {
      if (old.kind !== "other" || current.kind !== "other" || old.format !== current.format || sameJson(old.text, current.text)) continue;
      const { name, direction } = exchange;
      const message = `${name}: the description of ${subject} changed. It is in ${current.format}, which is not compared.`;
      yield { at: current.at, direction, message };
    }
  },
};
