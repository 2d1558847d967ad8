import { type Atom, childOf, listOf } from "../../schema/atom.ts";
import { referenceOf } from "../../schema/conjunction.ts";
import { opened, textIn } from "../../apis/node.ts";
import { tokensOf } from "../../documents/pointer.ts";
import type { Message } from "./api.ts";
import { describedIn } from "./described.ts";
import type { Reading } from "./reading.ts";
import { withTraits } from "./traits.ts";

/** The message at a place, or that the reference there leads to. `key` is what its channel calls it. */
export const messageAt = (reading: Reading, place: Atom, key?: string): Message => {
  const node = opened(reading, place);
  const called = nameIn(place);
  if (node === undefined) return { ...nothing, at: place.pointer, names: [key, called], isUnknown: true };
  const whole = withTraits(reading, node);
  return {
    at: node.pointer,
    names: [key, called, textIn(whole, "messageId"), textIn(whole, "name")],
    name: textIn(whole, "name"),
    isUnknown: false,
    contentType: textIn(whole, "contentType") ?? textIn(reading.root, "defaultContentType"),
    payload: describedIn(reading, whole, "payload"),
    headers: describedIn(reading, whole, "headers"),
    correlation: textUnder(reading, whole, "correlationId", "location"),
    bindings: opened(reading, childOf(whole, "bindings")),
  };
};

const nothing = {
  name: undefined,
  contentType: undefined,
  payload: undefined,
  headers: undefined,
  correlation: undefined,
  bindings: undefined,
};

/** What a reference calls it: "userSignedUp" of "#/components/messages/userSignedUp". */
const nameIn = (place: Atom): string | undefined => {
  const reference = referenceOf(place);
  return reference === undefined ? undefined : (tokensOf(reference.slice(reference.indexOf("#") + 1)).at(-1) ?? reference);
};

/** The messages of an operation of AsyncAPI 2: one, or one of several. */
export const messagesOf = (reading: Reading, operation: Atom): Message[] => {
  const place = childOf(operation, "message");
  const node = place && opened({ unresolved: [] }, place);
  if (place === undefined) return [];
  const several = node ? listOf(node, "oneOf") : [];
  return several.length > 0 ? several.map((one) => messageAt(reading, one)) : [messageAt(reading, place)];
};

/** The text of that name in the object under a keyword. */
export const textUnder = (reading: Reading, holder: Atom, keyword: string, name: string): string | undefined => {
  const node = opened(reading, childOf(holder, keyword));
  return node && textIn(node, name);
};
