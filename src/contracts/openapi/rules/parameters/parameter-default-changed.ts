import type { Parameter } from "../../read/api.ts";
import { quoted, sameJson } from "../../../documents/json.ts";
import { defaultOf } from "./default-of.ts";
import { parameterName } from "./words.ts";
import type { StructureRule } from "../../rule.ts";

/** Those who leave it out get something else, without having changed anything. What is required cannot be left out. */
export const parameterDefaultChanged: StructureRule = {
  id: "openapi/parameter-default-changed",
  level: "breaking",
  direction: "request",

  *check({ operations }) {
    for (const { name, parameters } of operations.kept) {
      for (const { old, current } of parameters.kept) {
        const [was, now] = [defaultOf(old.schema), defaultOf(current.schema)];
        if (was === now || (was && now && sameJson(was.value, now.value)) || (isNeeded(old) && isNeeded(current))) continue;
        const before = was ? `was ${quoted(was.value)}` : "was not said";
        const message = `The default of the ${parameterName(current)} of ${name} ${before}, and ${now ? `is ${quoted(now.value)}` : "is not said"} now.`;
        yield { at: now?.at ?? current.at, message };
      }
    }
  },
};

/** Paths have no other way to say that a part may be left out. */
const isNeeded = ({ in: place, required }: Parameter): boolean => required && place !== "path";
