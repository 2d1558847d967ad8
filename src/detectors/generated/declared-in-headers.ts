import type { Oid } from "../../model/ids.ts";
import type { PairInput, PairSide } from "../../model/pair.ts";
import { rewritten } from "./rewritten.ts";
import { headerOf } from "./header.ts";
import { looksGenerated, maybeCode, maybeSchema } from "./likely.ts";
import type { Link } from "./link.ts";
import { namedSource } from "./named-source.ts";

/** Links that the generated files of `side` declare in their first lines, to what `other` changed. */
export function* linksInHeaders(side: PairSide, other: PairSide, { code }: PairInput): Generator<Link> {
  const changed = rewritten(other).map(({ path }) => path);
  for (const { path, newBlob } of candidates(side, other)) {
    const text = code.texts.get(newBlob);
    const header = text === undefined ? undefined : headerOf(text);
    for (const written of header?.sources ?? []) {
      const source = namedSource(written, path, changed);
      if (source === undefined || !header) continue;
      yield { source, generated: path, generator: header.generator, command: null, declared: { by: "header", path } };
    }
  }
}

/** Blobs of files that may have such a header. */
export const headerTexts = (side: PairSide, other: PairSide): Oid[] => candidates(side, other).map(({ newBlob }) => newBlob);

/** Code that is named like something generated; any code, when the other side changed what may be a schema. */
const candidates = (side: PairSide, other: PairSide): { path: string; newBlob: Oid }[] => {
  const sources = rewritten(other);
  if (sources.length === 0) return [];
  const anyCode = sources.some(({ path }) => maybeSchema(path));
  return rewritten(side).flatMap(({ path, newBlob }) =>
    newBlob !== null && maybeCode(path) && (anyCode || looksGenerated(path)) ? [{ path, newBlob }] : [],
  );
};
