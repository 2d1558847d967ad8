import type { Change } from "../../model/change.ts";
import type { PairSide } from "../../model/pair.ts";

/** Changes of a side that touch content: a move or a new mode alone makes nothing stale. */
export const rewritten = ({ changes }: PairSide): Change[] => [...changes.values()].filter(({ oldBlob, newBlob }) => oldBlob !== newBlob);
