import type { Oid } from "../model/ids.ts";
import type { Entry, MergeConflict, MergePrediction, Stages } from "../model/pair.ts";

/**
 * Reads what `git merge-tree --write-tree --stdin --messages` wrote for `pairs`; an answer that breaks off is left out with all after it.
 *
 * Of each pair, in NUL-terminated fields: "1" (clean) or "0"; the tree; `<mode> <oid> <stage>\t<path>` per conflicting entry; an empty field;
 * per message a number n, n paths, a stable type, a sentence; an empty field.
 */
export const mergeAnswers = (bytes: Buffer, pairs: readonly (readonly [Oid, Oid])[]): MergePrediction[] => {
  const fields = bytes.toString("utf8").split("\0");
  // What follows the last NUL is nothing, or half a field.
  fields.pop();
  const predictions: MergePrediction[] = [];
  let at = 0;
  for (const pair of pairs) {
    const answer = answerAt(fields, at, pair);
    if (!answer) break;
    predictions.push(answer.prediction);
    at = answer.next;
  }
  return predictions;
};

const answerAt = (
  fields: readonly string[],
  start: number,
  pair: readonly [Oid, Oid],
): { prediction: MergePrediction; next: number } | undefined => {
  const flag = fields[start];
  const tree = fields[start + 1];
  if ((flag !== "0" && flag !== "1") || !tree) return undefined;
  const stages = new Map<string, Stages>();
  let at = start + 2;
  for (; fields[at]; at++) addStage(stages, fields[at] ?? "", pair);
  const conflicts: MergeConflict[] = [];
  for (at++; /^\d+$/.test(fields[at] ?? "");) {
    const count = Number(fields[at]);
    const [type, message] = fields.slice(at + 1 + count, at + 3 + count);
    if (type === undefined || message === undefined) return undefined;
    const paths = [...new Set(fields.slice(at + 1, at + 1 + count).map((path) => plainPath(path, pair)))];
    // The rest is news of what went well: "Auto-merging" and the like.
    if (/^(CONFLICT|ERROR)/.test(type))
      conflicts.push({ kind: kindOf(type, paths, stages), type, paths, message: sentence(message, pair) });
    at += 3 + count;
  }
  // Where a submodule is in conflict, git 2.39 prints advice for people into the field that should be empty.
  if (fields[at] === undefined) return undefined;
  const clean = flag === "1";
  if (!clean) conflicts.push(...unexplained(conflicts, stages));
  return { prediction: { kind: "predicted", clean, tree, conflicts, stages: [...stages.values()] }, next: at + 1 };
};

const addStage = (stages: Map<string, Stages>, field: string, pair: readonly [Oid, Oid]): void => {
  const tab = field.indexOf("\t");
  const [mode = "", blob = "", stage] = field.slice(0, tab).split(" ");
  const path = plainPath(field.slice(tab + 1), pair);
  const entry: Entry = { mode, blob };
  const known = stages.get(path) ?? { path, base: null, ours: null, theirs: null };
  stages.set(path, { ...known, [stage === "1" ? "base" : stage === "2" ? "ours" : "theirs"]: entry });
};

/** Git puts a file that is in the way of a directory aside as `<path>~<commit>`. */
const plainPath = (path: string, pair: readonly [Oid, Oid]): string => {
  for (const commit of pair) {
    const mark = path.lastIndexOf(`~${commit}`);
    if (mark > 0 && /^(_\d+)?$/.test(path.slice(mark + 1 + commit.length))) return path.slice(0, mark);
  }
  return path;
};

const gitlink = "160000";
const kinds: Readonly<Record<string, string>> = {
  contents: "content",
  "distinct modes": "distinct types",
  "rename involved in collision": "rename/add",
};

const kindOf = (type: string, paths: readonly string[], stages: ReadonlyMap<string, Stages>): string => {
  const words = /^[A-Z]+ \((.*)\)$/.exec(type)?.[1] ?? type;
  const stage = stages.get(paths[0] ?? "");
  if (words.includes("submodule") || stage?.ours?.mode === gitlink || stage?.theirs?.mode === gitlink) return "submodule";
  if (words.includes("directory rename") || words.includes("file location")) return "directory rename";
  if (words === "contents" && stage && !stage.base) return "add/add";
  return kinds[words] ?? words;
};

/** The two commits are ours and throw-away: nobody knows their ids. They are named in the order in which the sentence mentions them. */
const sentence = (message: string, [ours, theirs]: readonly [Oid, Oid]): string => {
  const line = message.trim();
  const first = line.indexOf(ours);
  const second = line.indexOf(theirs);
  const inOrder = first >= 0 && (second < 0 || first <= second) ? [ours, theirs] : [theirs, ours];
  const [a = "", b = ""] = inOrder;
  return line.replaceAll(a, "one side").replaceAll(b, "the other side").slice(0, 500).toWellFormed();
};

/** Entries in conflict that no message is about: a newer git may have found new words. */
const unexplained = (conflicts: readonly MergeConflict[], stages: ReadonlyMap<string, Stages>): MergeConflict[] => {
  const explained = new Set(conflicts.flatMap(({ paths }) => paths));
  return [...stages.keys()]
    .filter((path) => !explained.has(path))
    .map((path) => ({ kind: "unknown", type: "CONFLICT (unknown)", paths: [path], message: "git cannot merge this path" }));
};
