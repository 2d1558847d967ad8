import type { Change, NotAssessed } from "../../model/change.ts";
import type { FileFacts, Mark, SideCode, Unread } from "../../model/code.ts";
import type { FileVersions } from "../../symbols/altered-side.ts";
import { languageOf } from "../../symbols/languages.ts";
import { isRead } from "../../symbols/code-tree.ts";
import { symbolChanges } from "../../symbols/symbol-changes.ts";
import type { CodeStore } from "./code-store.ts";

/** An agent that changes more source files than this is rewriting everything. */
const mostFiles = 1000;

/** Those source files among `changes` that can be read, in order of path, and why the others cannot. */
export const readFileVersions = async (
  store: CodeStore,
  changes: ReadonlyMap<string, Change>,
): Promise<{ files: readonly FileVersions[]; notAssessed: readonly NotAssessed[] }> => {
  const files: FileVersions[] = [];
  const notAssessed: NotAssessed[] = [];
  const sources = [...changes.values()].filter(({ path }) => isSource(path)).sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const change of sources.slice(0, mostFiles)) {
    const { path, oldPath = path, oldBlob, newBlob, oldMode, newMode } = change;
    const before = oldBlob && oldMode?.startsWith("100") ? await store.facts(oldBlob, oldPath) : undefined;
    const after = newBlob && newMode?.startsWith("100") ? await store.facts(newBlob, path) : undefined;
    if (!before && !after) continue;
    const reason = unreadReason(before, after);
    if (reason !== null) notAssessed.push({ path, reason });
    else files.push({ change, before: isRead(before) ? before : null, after: isRead(after) ? after : null });
  }
  if (sources.length > mostFiles)
    notAssessed.push({ path: "", reason: `${sources.length} source files changed; only the code of the first ${mostFiles} is compared` });
  return { files, notAssessed };
};

/** What a side did to definitions, routes and the like. */
export const sideCodeOf = (files: readonly FileVersions[]): SideCode => ({
  reformatted: files.flatMap(({ change, before, after }) => (before && after && before.tokens === after.tokens ? [change.path] : [])),
  symbols: files.flatMap(({ change, before, after }) => symbolChanges(change.path, before, after)),
  marks: files.flatMap(({ change, before, after }) => {
    const known = new Set(before?.marks.map(keyOf));
    return (after?.marks ?? []).flatMap((mark) => (known.has(keyOf(mark)) ? [] : [{ ...mark, path: change.path }]));
  }),
});

/**
 * A file that does not parse now, and did before, is being typed in: what seems gone from it may be there. One that never parsed is in a
 * dialect that the grammar does not know everything of, and is read as well as it can be.
 */
const unreadReason = (before: FileFacts | Unread | undefined, after: FileFacts | Unread | undefined): string | null => {
  if (after && !isRead(after)) return after.reason;
  if (before && !isRead(before)) return after ? `before the change, ${before.reason}` : before.reason;
  return after && after.syntaxError !== null && (!before || before.syntaxError === null)
    ? `its syntax is broken in line ${after.syntaxError}`
    : null;
};

/** Whether a path is in a language that is read for its symbols. */
export const isSource = (path: string): boolean => languageOf(path) !== undefined;

const keyOf = ({ kind, key }: Mark): string => `${kind} ${key}`;
