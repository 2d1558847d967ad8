import type { Oid } from "../model/ids.ts";
import type { PairInput } from "../model/pair.ts";
import { manifestTexts, workspaceSettings } from "./dependencies/drifts.ts";
import { settingsPaths } from "./generated/declared-in-settings.ts";
import { migrationTexts } from "./migration-order.ts";
import { generatedTexts } from "./stale-generated.ts";

/** Blobs whose text the detectors want in `code.texts`: by paths alone, and only where both sides touch what may belong together. */
export const textsWanted = (pair: PairInput): ReadonlySet<Oid> =>
  new Set([...migrationTexts(pair), ...manifestTexts(pair), ...generatedTexts(pair)]);

/** Paths whose text in the base the detectors want in `code.config`, if there is such a file. Sorted. */
export const filesWanted = (pair: PairInput): readonly string[] =>
  [...new Set([...workspaceSettings(pair), ...settingsPaths(pair)])].sort();
