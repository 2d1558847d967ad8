import type { Atom } from "../../schema/atom.ts";
import { contentPair } from "../pair/content-pair.ts";
import type { ContractPair, KeptOperation } from "../pair/contract-pair.ts";
import type { Content } from "../read/api.ts";
import { isText } from "../read/media-type.ts";

/** A place where a schema is used, in both versions; as `Api` has it. */
export interface SchemaUse {
  readonly before: Atom;
  readonly after: Atom;
  /** What consumers send must not narrow, what they receive must not widen. */
  readonly direction: "request" | "response";
  /** Whether values are written as text, so that 1 and "1" are the same; in a query, a list of one is the same as well. */
  readonly text: "no" | "text" | "query";
  /** What is meant when nothing has a name: "the body", "query parameter limit". */
  readonly subject: string;
  readonly operation: string;
}

/** All places whose schemas consumers meet. Of what the provider calls, they are the ones to receive and to answer. */
export const schemaUses = function* ({ operations, events }: ContractPair): Generator<SchemaUse> {
  for (const kept of operations.kept) yield* usesOf(kept, "request", "response");
  for (const kept of events.kept) yield* usesOf(kept, "response", "request");
};

type Use = Omit<SchemaUse, "before" | "after">;

const usesOf = function* (kept: KeptOperation, asked: "request" | "response", answered: "request" | "response"): Generator<SchemaUse> {
  const operation = kept.name;
  for (const { old, current } of [...kept.parameters.kept, ...kept.moved]) {
    const use: Use = {
      direction: asked,
      text: current.mediaType !== undefined ? "no" : current.in === "query" ? "query" : "text",
      subject: `${current.in} parameter ${current.name}`,
      operation,
    };
    yield* used(old.schema, current.schema, use);
  }
  if (kept.old.body && kept.current.body) {
    yield* inContent(kept.old.body.content, kept.current.body.content, { direction: asked, text: "no", subject: "the body", operation });
  }
  for (const { old, current } of kept.responses.kept) {
    const subject = `the ${old.status} response`;
    yield* inContent(old.content, current.content, { direction: answered, text: "no", subject, operation });
    for (const [key, header] of current.headers) {
      const use: Use = { direction: answered, text: "text", subject: `header ${header.name} of ${subject}`, operation };
      yield* used(old.headers.get(key)?.schema, header.schema, use);
    }
  }
};

const inContent = function* (old: Content, current: Content, use: Use): Generator<SchemaUse> {
  for (const media of contentPair(old, current, use.direction).kept) {
    yield* used(media.old.schema, media.current.schema, { ...use, text: isText(media.key) ? "text" : "no" });
  }
};

const used = function* (before: Atom | undefined, after: Atom | undefined, use: Use): Generator<SchemaUse> {
  if (before && after) yield { before, after, ...use };
};
