import type { Oid } from "../../model/ids.ts";
import type { PairInput, PairSide } from "../../model/pair.ts";
import { goGenerations } from "./go-generate.ts";
import { looksGenerated } from "./likely.ts";
import type { Link } from "./link.ts";
import { rewritten } from "./rewritten.ts";

/** Links that Go files of `other` declare with `//go:generate`, to what `side` wrote. */
export function* linksInGo(side: PairSide, other: PairSide, { code }: PairInput): Generator<Link> {
  const [results, sources] = [side, other].map((one) => new Set(rewritten(one).map(({ path }) => path)));
  for (const { path, newBlob } of declaring(side, other)) {
    for (const { source, generated, generator } of goGenerations(path, code.texts.get(newBlob) ?? "")) {
      if (!sources?.has(source) || !results?.has(generated)) continue;
      yield { source, generated, generator, command: "go generate ./...", declared: { by: "go:generate", path } };
    }
  }
}

/** Blobs of Go files that may do so. */
export const goTexts = (side: PairSide, other: PairSide): Oid[] => declaring(side, other).map(({ newBlob }) => newBlob);

/** None, unless the other side wrote Go code that is named like something generated. */
const declaring = (side: PairSide, other: PairSide): { path: string; newBlob: Oid }[] => {
  if (!rewritten(side).some(({ path }) => path.endsWith(".go") && looksGenerated(path))) return [];
  return rewritten(other).flatMap(({ path, newBlob }) =>
    newBlob !== null && path.endsWith(".go") && !looksGenerated(path) ? [{ path, newBlob }] : [],
  );
};
