import type { JsonObject } from "../base/canonical-json.ts";
import type { Oid } from "../model/ids.ts";
import type { PairInput, PairSide } from "../model/pair.ts";
import type { Detector, Hazard } from "./detector.ts";
import { treesOf } from "./evidence.ts";
import { goTexts, linksInGo } from "./generated/declared-in-go.ts";
import { headerTexts, linksInHeaders } from "./generated/declared-in-headers.ts";
import { linksInSettings, settingsTexts } from "./generated/declared-in-settings.ts";
import type { Link } from "./generated/link.ts";
import { shownPath, shownPaths } from "./words.ts";

/**
 * One side changes what a file is generated from, and the other one changes that file: merged, it was generated from neither state. Who changes a source
 * and forgets to generate again has a bug of its own, which is no conflict.
 */
export const staleGenerated: Detector = {
  kind: "stale_generated",
  standsAt: ({ place }) => [place],

  *detect(pair) {
    const ours = sourcesByResult(pair.theirs, pair.ours, pair);
    const theirs = sourcesByResult(pair.ours, pair.theirs, pair);
    for (const generated of [...new Set([...ours.keys(), ...theirs.keys()])].sort()) {
      yield hazardOf({ generated, ours: ours.get(generated) ?? [], theirs: theirs.get(generated) ?? [] }, pair);
    }
  },
};

/** Blobs that `staleGenerated` wants to read. */
export const generatedTexts = (pair: PairInput): Oid[] => [
  ...headerTexts(pair.ours, pair.theirs),
  ...headerTexts(pair.theirs, pair.ours),
  ...goTexts(pair.ours, pair.theirs),
  ...goTexts(pair.theirs, pair.ours),
  ...settingsTexts(pair),
];

/** What `other` changed, by the files of `side` that are generated from it. Nothing counts that both sides did alike. */
const sourcesByResult = (side: PairSide, other: PairSide, pair: PairInput): Map<string, Link[]> => {
  const found = new Map<string, Link[]>();
  for (const link of [...linksInHeaders(side, other, pair), ...linksInSettings(side, other, pair), ...linksInGo(side, other, pair)]) {
    const written = side.changes.get(link.generated)?.newBlob;
    if (written === null || isAlike(link.generated, pair) || isAlike(link.source, pair)) continue;
    found.set(link.generated, [...(found.get(link.generated) ?? []), link]);
  }
  return found;
};

const isAlike = (path: string, { ours, theirs }: PairInput): boolean => {
  const [mine, other] = [ours.changes.get(path), theirs.changes.get(path)];
  return mine !== undefined && other !== undefined && mine.newBlob === other.newBlob;
};

interface Stale {
  readonly generated: string;
  /** Links to the sources that this side changed, while the other one wrote the result. */
  readonly ours: readonly Link[];
  readonly theirs: readonly Link[];
}

const hazardOf = ({ generated, ours, theirs }: Stale, pair: PairInput): Hazard => {
  const links = [...ours, ...theirs].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const sources = [...new Set(links.map(({ source }) => source))].sort();
  const generator = links.find((link) => link.generator !== null)?.generator ?? null;
  const command = links.find((link) => link.command !== null)?.command ?? null;
  const isShared = (path: string): boolean => pair.ours.changes.has(path) && pair.theirs.changes.has(path);
  const both = ours.length > 0 && theirs.length > 0;
  return {
    place: generated,
    severity: "medium",
    // A source in both hands is a matter of its own, which this one must not speak for.
    files: [generated, ...sources.filter((source) => !isShared(source))].sort(),
    symbols: [],
    summary: `${shownPath(generated)} is generated from ${shownPaths(sources)}: ${both ? "both worktrees change what goes into it" : "one worktree changes that, the other the generated file"}`,
    evidence: {
      generated,
      sources,
      generator,
      command,
      declared: links[0] ? { ...links[0].declared } : null,
      ours: sideOf(ours, generated, pair.ours),
      theirs: sideOf(theirs, generated, pair.theirs),
      trees: treesOf(pair),
    },
    suggestedAction: `Run ${command === null ? (generator === null ? "the generator" : shownPath(generator)) : `\`${command}\``} again after the merge, so that ${shownPath(generated)} fits both sides' changes.`,
  };
};

/** What is sure comes first: settings name the command. */
const keyOf = ({ command, declared, source }: Link): string =>
  JSON.stringify([command === null, declared.by, declared.path, command, source]);

const sideOf = (links: readonly Link[], generated: string, side: PairSide): JsonObject => ({
  sources: [...new Set(links.map(({ source }) => source))].sort(),
  changesGenerated: side.changes.has(generated),
});
