import type { Atom } from "../../schema/atom.ts";
import type { SchemaUse } from "../../apis/uses.ts";
import { contentPair } from "../pair/content-pair.ts";
import type { ContractPair, KeptOperation } from "../pair/contract-pair.ts";
import type { Content } from "../read/api.ts";
import { isText } from "../../apis/media-type.ts";

/** A place where an operation uses a schema. */
export interface OperationUse extends SchemaUse {
  readonly direction: "request" | "response";
}

/** All places whose schemas consumers meet. Of what the provider calls, they are the ones to receive and to answer. */
export const schemaUses = function* ({ operations, events, before, after }: ContractPair): Generator<OperationUse> {
  const uses = function* (): Generator<PlainUse> {
    for (const kept of operations.kept) yield* usesOf(kept, "request", "response");
    for (const kept of events.kept) yield* usesOf(kept, "response", "request");
  };
  for (const use of uses()) {
    if (use.direction === "request") yield { ...use, way: "narrowing" };
    else yield { ...use, way: "widening", seen: () => [before.received(use.before), after.received(use.after)] };
  }
};

type PlainUse = Omit<OperationUse, "way">;
type Use = Omit<PlainUse, "before" | "after">;

const usesOf = function* (kept: KeptOperation, asked: "request" | "response", answered: "request" | "response"): Generator<PlainUse> {
  const user = kept.name;
  for (const { old, current } of [...kept.parameters.kept, ...kept.moved]) {
    const use: Use = {
      direction: asked,
      text: current.mediaType !== undefined ? "no" : current.in === "query" ? "query" : "text",
      subject: `${current.in} parameter ${current.name}`,
      user,
    };
    yield* used(old.schema, current.schema, use);
  }
  if (kept.old.body && kept.current.body) {
    yield* inContent(kept.old.body.content, kept.current.body.content, { direction: asked, text: "no", subject: "the body", user });
  }
  for (const { old, current } of kept.responses.kept) {
    const subject = `the ${old.status} response`;
    yield* inContent(old.content, current.content, { direction: answered, text: "no", subject, user });
    for (const [key, header] of current.headers) {
      const use: Use = { direction: answered, text: "text", subject: `header ${header.name} of ${subject}`, user };
      yield* used(old.headers.get(key)?.schema, header.schema, use);
    }
  }
};

const inContent = function* (old: Content, current: Content, use: Use): Generator<PlainUse> {
  for (const media of contentPair(old, current, use.direction).kept) {
    yield* used(media.old.schema, media.current.schema, { ...use, text: isText(media.key) ? "text" : "no" });
  }
};

const used = function* (before: Atom | undefined, after: Atom | undefined, use: Use): Generator<PlainUse> {
  if (before && after) yield { before, after, ...use };
};
