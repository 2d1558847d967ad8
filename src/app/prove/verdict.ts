import type { ConflictKind, Finding } from "../../model/conflict.ts";
import type { Oid } from "../../model/ids.ts";
import type { Aftermath } from "./aftermath.ts";
import { mentions } from "./line-change.ts";
import type { Mending } from "./mending.ts";
import type { Outcome } from "./outcome.ts";

/** What history says of a warning. `by`: the commit that shows it, if it is another one than the landing. */
export interface Verdict {
  readonly verdict: "confirmed" | "noise" | "not_assessed";
  readonly because: string;
  readonly by: Oid | null;
}

/**
 * Judges one warning by what happened to the same files: in the merge, and after it. In doubt nothing is confirmed: see `showsClash` for which
 * later fixes count.
 */
export const verdictOn = (
  warning: Pick<Finding, "kind" | "files" | "symbols">,
  { conflicted, resolved, repaired, keptOneSide }: Outcome,
  { over, reverted }: Pick<Aftermath, "over" | "reverted">,
  mendings: readonly Mending[],
): Verdict => {
  const files = new Set(warning.files);
  if (conflicted && warning.kind === "merge_conflict") return confirmed(`git could not merge it; ${howResolved(resolved, files)}`);
  const repairedHere = repaired.find((path) => files.has(path));
  if (repairedHere !== undefined) return confirmed(`git merges ${repairedHere} by itself, and it was changed in the merge all the same`);
  if (keptOneSide) return open("one side landed as it was, whatever the other had done");
  const here = mendings.filter(({ path }) => files.has(path));
  const mended = here.find((mending) => showsClash(mending, warning));
  if (mended) return { ...confirmed(`mended right after: ${mended.commit.title}`), by: mended.commit.id };
  if (reverted) return { ...open("the merge was reverted, for whatever reason"), by: reverted.id };
  const perhaps = here.find(({ looksLikeFix, of }) => looksLikeFix || of === "both");
  if (perhaps) return { ...open(`changed again right after, for whatever reason: ${perhaps.commit.title}`), by: perhaps.commit.id };
  if (!over) return open("too recent: what follows is not known yet");
  return { verdict: "noise", because: "git merged it, and nothing followed", by: null };
};

/**
 * Whether a later change can hardly be anything but the end of a clash: it blames the merge, or it is a fix on a line with the name of the symbol in
 * question, of both sides' lines unless one side alone can be what no longer fits. That a file is fixed again is everyday life.
 */
export const showsClash = (
  { of, lines, looksLikeFix, blamesMerge }: Mending,
  { kind, symbols }: Pick<Finding, "kind" | "symbols">,
): boolean =>
  blamesMerge || (looksLikeFix && (of === "both" || oneSided.has(kind)) && symbols.some((symbol) => mentions(lines, lastName(symbol))));

const oneSided: ReadonlySet<ConflictKind> = new Set(["semantic_conflict", "duplicate_symbol"]);

const lastName = (symbol: string): string => symbol.slice(symbol.lastIndexOf(".") + 1);

const confirmed = (because: string): Verdict => ({ verdict: "confirmed", because, by: null });
const open = (because: string): Verdict => ({ verdict: "not_assessed", because, by: null });

const howResolved = (resolved: Outcome["resolved"], files: ReadonlySet<string>): string => {
  const took = new Set(resolved.filter(({ path }) => files.has(path)).map((each) => each.took));
  if (took.has("neither")) return "resolved by hand";
  if (took.has("nothing")) return "resolved by deleting it";
  return took.size === 1 ? "one side's version was taken" : "resolved by choosing a side for each file";
};
