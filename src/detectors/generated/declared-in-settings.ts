import type { Oid } from "../../model/ids.ts";
import type { PairInput, PairSide } from "../../model/pair.ts";
import { folderOf, nameOf, upwards } from "../../base/paths.ts";
import { textAt } from "../text-at.ts";
import type { GeneratorRule } from "./generator-config.ts";
import { generatorConfigs } from "./index.ts";
import { looksGenerated, maybeCode, maybeSchema } from "./likely.ts";
import type { Link } from "./link.ts";
import { rewritten } from "./rewritten.ts";

/** Links between what `other` changed and what `side` wrote that settings declare, in either side's version of them. */
export function* linksInSettings(side: PairSide, other: PairSide, pair: PairInput): Generator<Link> {
  for (const path of settingsPaths(pair)) {
    const config = generatorConfigs.find(({ files }) => files.includes(nameOf(path)));
    for (const text of new Set([textAt(path, pair.ours, pair), textAt(path, pair.theirs, pair)])) {
      if (text === undefined || !config) continue;
      for (const rule of config.read(text, folderOf(path), nameOf(path))) yield* linksOf(rule, path, side, other);
    }
  }
}

/**
 * Paths of settings that may matter for what the pair changed: above schemas and what is named like something generated, and at the top of the packages
 * that are changed. None where there are no such changes.
 */
export const settingsPaths = ({ ours, theirs }: PairInput): string[] => {
  const changes = [...rewritten(ours), ...rewritten(theirs)];
  const telling = changes.filter(({ path }) => maybeSchema(path) || looksGenerated(path));
  if (telling.length === 0) return [];
  const folders = new Set([
    ...telling.flatMap(({ path }) => upwards(folderOf(path))),
    ...changes.flatMap((change) => change.package ?? []),
  ]);
  return [...folders].flatMap((folder) =>
    generatorConfigs.flatMap(({ files }) => files.map((file) => (folder === "" ? file : `${folder}/${file}`))),
  );
};

/** Blobs of such settings that the pair changed. */
export const settingsTexts = (pair: PairInput): Oid[] =>
  settingsPaths(pair).flatMap((path) => [pair.ours, pair.theirs].flatMap(({ changes }) => changes.get(path)?.newBlob ?? []));

function* linksOf(rule: GeneratorRule, settings: string, side: PairSide, other: PairSide): Generator<Link> {
  const regenerates = rewritten(other).some(({ path }) => rule.isGenerated(path));
  const sources = rewritten(other).filter(
    ({ path }) => rule.isSource(path) && !rule.isGenerated(path) && (regenerates || !maybeCode(path) || maybeSchema(path)),
  );
  const results = rewritten(side).filter(({ path }) => rule.isGenerated(path) && !rule.isSource(path));
  for (const { path: generated } of results) {
    for (const { path: source } of sources) {
      if (rule.concerns?.(source, generated) === false) continue;
      yield { source, generated, generator: rule.generator, command: rule.command, declared: { by: "settings", path: settings } };
    }
  }
}
