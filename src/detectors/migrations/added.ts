import type { Change } from "../../model/change.ts";
import type { PairSide } from "../../model/pair.ts";
import { isInEarnest } from "./places.ts";

/** Files that only `side` puts at their paths: added or moved there, and not by the other side alike. */
export const addedOnlyBy = (side: PairSide, other: PairSide): Change[] =>
  [...side.changes.values()].filter(
    ({ path, status, newBlob }) =>
      (status === "added" || status === "renamed") && newBlob !== null && other.changes.get(path)?.newBlob !== newBlob && isInEarnest(path),
  );
