import { coversMediaType, mediaTypeKey } from "../../../apis/media-type.ts";
import { pointerTo } from "../../../documents/pointer.ts";
import { keptMessages } from "./kept-messages.ts";
import { messageName } from "../../pair/words.ts";
import type { StructureRule } from "../../rule.ts";

/** Messages are written in another way. What was understood still is where it is a kind of that: `problem+json` is JSON. */
export const contentTypeChanged: StructureRule = {
  id: "asyncapi/content-type-changed",
  level: "breaking",
  direction: null,

  *check(pair) {
    for (const { exchange, old, current } of keptMessages(pair)) {
      const [was, is] = [old.contentType, current.contentType];
      if (was === undefined || is === undefined) continue;
      const { name, direction } = exchange;
      const [wide, narrow] = direction === "publish" ? [is, was] : [was, is];
      if (coversMediaType(mediaTypeKey(wide), mediaTypeKey(narrow))) continue;
      const message = `${name}: ${messageName(current)} was written in ${was}, and is written in ${is} now.`;
      yield { at: pointerTo(current.at, "contentType"), direction, message };
    }
  },
};
