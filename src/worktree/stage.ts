import { type PrivateIndex, stagePaths } from "../git/private-index.ts";
import { type RawPath, shownPath } from "../git/raw-path.ts";
import type { NotAssessed } from "../model/change.ts";

/** Paths that git may refuse one by one before the rest of a refused batch is given up as a whole. */
const patience = 20;

/**
 * Takes paths into a private index, but for those that git refuses (a clean filter that fails, a file that cannot be read). git takes a
 * batch as a whole or not at all, so a refused one is halved until the culprit stands alone.
 */
export const stage = async (index: PrivateIndex, paths: readonly RawPath[]): Promise<{ path: RawPath; refusal: NotAssessed }[]> => {
  const refused: { path: RawPath; refusal: NotAssessed }[] = [];
  const refuse = (path: RawPath, reason: string) => refused.push({ path, refusal: { path: shownPath(path), reason } });
  const batches = paths.length > 0 ? [paths] : [];
  for (let batch = batches.pop(); batch !== undefined; batch = batches.pop()) {
    const words = await stagePaths(index, batch);
    if (words === undefined) continue;
    const middle = Math.ceil(batch.length / 2);
    if (batch.length === 1 || refused.length >= patience) for (const path of batch) refuse(path, words);
    else batches.push(batch.slice(middle), batch.slice(0, middle));
  }
  return refused;
};
