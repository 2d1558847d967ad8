import { type Atom, derived } from "../../schema/atom.ts";
import type { SchemaUse } from "../../apis/uses.ts";
import { boundSchemas } from "../pair/bindings.ts";
import type { KeptChannel } from "../pair/channels.ts";
import type { ContractPair } from "../pair/contract-pair.ts";
import type { Exchange } from "../pair/exchanges.ts";
import type { Kept } from "../pair/paired.ts";
import type { Message } from "../read/api.ts";

/** A place where clients meet a schema. */
export interface MessageUse extends SchemaUse {
  readonly direction: "publish" | "subscribe";
  /** Not enough is said to know what breaks: which of the two they do, or what there was before. */
  readonly isUncertain: boolean;
}

/** All places whose schemas clients meet: in messages, and in the addresses that they make. */
export const schemaUses = function* (pair: ContractPair): Generator<MessageUse> {
  for (const exchange of pair.exchanges) for (const message of exchange.messages.kept) yield* usesOfMessage(exchange, message);
  for (const channel of pair.channels.kept) yield* usesOfChannel(channel);
  for (const bound of boundSchemas(pair)) yield* used(bound.before, bound.after, useOf(bound.direction, bound.subject, bound.user, "no"));
};

type Use = Omit<MessageUse, "before" | "after">;

const useOf = (direction: "publish" | "subscribe", subject: string, user: string, text: "no" | "text", isUncertain = false): Use => ({
  direction,
  way: direction === "publish" ? "narrowing" : "widening",
  subject,
  user,
  text,
  isUncertain,
});

const usesOfMessage = function* ({ name, direction, isUncertain }: Exchange, { old, current }: Kept<Message>): Generator<MessageUse> {
  if (old.payload?.kind === "schema" && current.payload?.kind === "schema") {
    yield* used(old.payload.schema, current.payload.schema, useOf(direction, "the payload", name, "no", isUncertain));
  }
  if (old.isUnknown || current.isUnknown) return;
  const [before, after] = [headersOf(old, current), headersOf(current, old)];
  yield* used(before, after, useOf(direction, "the headers", `${name} (headers)`, "no", isUncertain));
};

/** Whoever says nothing of headers has none to speak of. */
const headersOf = ({ headers }: Message, { headers: others }: Message): Atom | undefined => {
  if (headers?.kind === "schema") return headers.schema;
  return headers === undefined && others?.kind === "schema" ? derived(others.schema, "no headers", { type: "object" }) : undefined;
};

const usesOfChannel = function* ({ name, old, current }: KeptChannel): Generator<MessageUse> {
  for (const [position, parameter] of current.parameters.entries()) {
    const before = old.parameters[position];
    if (before === undefined || (before.schema === undefined && parameter.schema === undefined)) continue;
    const use = useOf("publish", `parameter ${parameter.name}`, `channel ${name}`, "text", !before.isDescribed);
    yield* used(before.schema ?? anyText(parameter.schema), parameter.schema ?? anyText(before.schema), use);
  }
};

/** What a parameter is if nothing is said of it. */
const anyText = (other: Atom | undefined): Atom | undefined => other && derived(other, "any text", { type: "string" });

const used = function* (before: Atom | undefined, after: Atom | undefined, use: Use): Generator<MessageUse> {
  if (before && after) yield { before, after, ...use };
};
