import type { Json } from "../base/canonical-json.ts";
import type { Break, BrokenUse } from "../model/code.ts";
import type { PairInput } from "../model/pair.ts";
import type { Detector, Hazard } from "./detector.ts";
import { treesOf } from "./evidence.ts";
import { shownPath } from "./words.ts";

/** One worktree takes away, moves or reshapes what the other one uses: each is right alone, and the merge is broken. */
export const semanticConflict: Detector = {
  kind: "semantic_conflict",

  *detect(pair) {
    const owners = new Set(pair.code.breaks.filter(takesAll).map(symbolAt));
    const byPlace = new Map<string, Break[]>();
    for (const one of pair.code.breaks) {
      const place = placeOf(one, owners);
      byPlace.set(place, [...(byPlace.get(place) ?? []), one]);
    }
    for (const [place, breaks] of byPlace) {
      const first = breaks.find((one) => symbolAt(one) === place) ?? breaks[0];
      if (first) yield hazardOf(place, first, breaks, pair);
    }
  },

  // The definer's file may be in another conflict for another reason: only whoever has to mend the uses anyway needs no word of it.
  standsAt: ({ evidence: { usedIn } }) => (Array.isArray(usedIn) ? usedIn.filter((path) => typeof path === "string") : []),
};

/** Everything that a module's move or end breaks is one conflict, and members go with what they are members of. */
const placeOf = (one: Break, owners: ReadonlySet<string>): string => {
  const { cause, definer, symbol } = one;
  if (symbol === "" || ofModule.has(cause)) return definer.path;
  for (let end = symbol.indexOf("."); end > 0; end = symbol.indexOf(".", end + 1)) {
    const owner = `${definer.path}#${symbol.slice(0, end)}`;
    if (owners.has(owner)) return owner;
  }
  return symbolAt(one);
};

const symbolAt = ({ definer, symbol }: Break): string => `${definer.path}#${symbol}`;

const ofModule: ReadonlySet<string> = new Set(["module moved", "module deleted"]);

/** Whatever is in it is gone with it from where it was. */
const takesAll = ({ cause }: Break): boolean => cause === "removed" || cause === "renamed" || cause === "moved" || cause === "made private";

const hazardOf = (place: string, first: Break, breaks: readonly Break[], pair: PairInput): Hazard => {
  const uses = breaks.flatMap((one) => one.uses).sort(byPathAndLine);
  const files = [...new Set([first.definer.path, ...uses.map(({ path }) => path)])].sort();
  const { cause, kind, symbol, definer, became, detail } = first;
  const users = first.by === "ours" ? "theirs" : "ours";
  const [use] = uses;
  const name = ofModule.has(cause) || symbol === "" ? shownPath(definer.path) : shownPath(symbol);
  const where = use ? `${shownPath(use.path)}:${use.line}` : "";
  return {
    place,
    severity: "high",
    files,
    symbols: [...new Set(breaks.map((one) => one.symbol).filter((one) => one !== ""))].sort(),
    summary: `${name} ${whatHappened(first)} in one worktree, and the other uses it at ${where}${uses.length > 1 ? ` and ${uses.length - 1} more` : ""}`,
    evidence: {
      cause,
      symbol,
      symbolKind: kind,
      definer: { ...definer },
      became: became && { ...became },
      detail,
      useCount: uses.length,
      usedIn: [...new Set(uses.map(({ path }) => path))].sort(),
      [first.by]: { did: cause },
      [users]: { uses: uses.slice(0, 20).map(evidenceOf) },
      trees: treesOf(pair),
    },
    suggestedAction: actionOf(first, where),
  };
};

const byPathAndLine = (a: BrokenUse, b: BrokenUse): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line);

const evidenceOf = ({ path, line, form, within }: BrokenUse): Json => ({ path, line, form, within });

const whatHappened = ({ cause, became, detail }: Break): string => {
  const target = became && shownPath(became.symbol === "" ? became.path : became.symbol);
  const file = became && shownPath(became.path);
  switch (cause) {
    case "removed":
      return "is removed";
    case "renamed":
      return `is renamed to ${target}`;
    case "moved":
    case "module moved":
      return `is moved to ${file}`;
    case "made private":
      return "is made private";
    case "module deleted":
      return "is deleted";
    case "signature changed":
      return `is changed (${shownPath(detail)})`;
    case "became async":
      return "becomes async";
    case "not re-exported":
      return "is no longer re-exported";
    case "import removed":
      return "is no longer imported";
  }
};

const actionOf = ({ cause, became, detail }: Break, where: string): string => {
  const later = "whoever lands second";
  const target = became && shownPath(became.symbol === "" ? became.path : became.symbol);
  const file = became && shownPath(became.path);
  switch (cause) {
    case "renamed":
      return `Use ${target} at ${where} once the rename has landed, or agree on the old name; ${later} adapts.`;
    case "moved":
    case "module moved":
      return `Import it from ${file} at ${where} once the move has landed; ${later} adapts.`;
    case "signature changed":
    case "became async":
      return `Adapt the call at ${where} (${shownPath(detail)}), or agree on a change that keeps the old calls working; ${later} adapts.`;
    case "import removed":
      return `Keep the import for the use at ${where} when the two are merged.`;
    case "not re-exported":
      return `Agree on whether it stays exported; else import it from where it is defined at ${where}.`;
    default:
      return `Agree on whether it stays before either side lands: it is still needed at ${where}.`;
  }
};
