import type { ConflictKind, Finding } from "../../model/conflict.ts";
import type { Oid } from "../../model/ids.ts";
import { compareSeverity, type Severity } from "../../model/severity.ts";
import type { Mending } from "./mending.ts";
import type { Outcome } from "./outcome.ts";
import type { Replayed } from "./replay.ts";

/** Something that went wrong where nothing of high severity had been said. */
export interface Loss {
  /** As in `Outcome`; `mended`: by a later commit. */
  readonly kind: "conflicted" | "repaired" | "mended";
  readonly files: readonly string[];
  /** The later commit that shows it; null where the landing itself does. */
  readonly by: { readonly commit: Oid; readonly title: string } | null;
  /** What was said of these files more quietly. */
  readonly quietly: readonly { readonly kind: ConflictKind; readonly severity: Severity }[];
}

/**
 * What was missed in one landing. Only what shows in history: conflicts, repairs of files that a side had changed, and later
 * changes of the same lines that blame the merge. A revert alone does not say that two sides clashed.
 */
export function* lossesOf(
  { own }: Pick<Replayed, "own">,
  outcome: Outcome,
  mendings: readonly Mending[],
  findings: readonly Finding[],
): Generator<Loss> {
  const warnings = findings.filter(({ kind, severity }) => kind === "merge_conflict" || compareSeverity(severity, "high") >= 0);
  const warned = new Set(warnings.flatMap(({ files }) => files));
  const loss = (kind: Loss["kind"], files: readonly string[], by: Loss["by"] = null): Loss => ({
    kind,
    files,
    by,
    quietly: quietlyOn(files, findings),
  });
  const conflicted = outcome.resolved.map(({ path }) => path).filter((path) => !warned.has(path));
  if (outcome.conflicted && conflicted.length > 0 && warnings.every(({ kind }) => kind !== "merge_conflict"))
    yield loss("conflicted", conflicted);
  const repaired = outcome.repaired.filter((path) => !warned.has(path) && (own.ours.has(path) || own.theirs.has(path)));
  if (repaired.length > 0) yield loss("repaired", repaired);
  const mended = mendings.filter((mending) => !warned.has(mending.path) && mending.blamesMerge);
  for (const commit of new Set(mended.map((each) => each.commit))) {
    const files = mended.filter((each) => each.commit === commit).map(({ path }) => path);
    yield loss("mended", files, { commit: commit.id, title: commit.title });
  }
}

const quietlyOn = (files: readonly string[], findings: readonly Finding[]): Loss["quietly"] =>
  findings
    .filter(({ severity, files: about }) => compareSeverity(severity, "high") < 0 && files.some((file) => about.includes(file)))
    .map(({ kind, severity }) => ({ kind, severity }));
